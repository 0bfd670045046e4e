package vn.lantoa.units.role;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.lantoa.units.MembersFixture.callerOnLine;
import static vn.lantoa.units.MembersFixture.cellUnder;
import static vn.lantoa.units.MembersFixture.person;
import static vn.lantoa.units.MembersFixture.start;
import static vn.lantoa.units.MembersFixture.subject;
import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.UnitsFixture.as;
import static vn.lantoa.units.UnitsFixture.caller;
import static vn.lantoa.units.UnitsFixture.database;
import static vn.lantoa.units.UnitsFixture.get;
import static vn.lantoa.units.UnitsFixture.id;
import static vn.lantoa.units.UnitsFixture.query;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.UnitsFixture.unitUnder;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.testsupport.Rights;

/** Which roles there are, who may give them to whom, and why somebody may or may not act. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class RoleRulesTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));

    private UUID office;
    private String keeper;

    @BeforeEach
    void anOfficeAndWhoKeepsIt() {
        office = unitUnder(root("ADMINISTRATIVE"), unique("Sở"));
        keeper = subject("unit-admin");
        caller(keeper, "UNIT_ADMINISTRATOR", office);
    }

    private static ValidatableResponse grant(String subject, UUID to, String role, UUID unit, String line) {
        var body = new HashMap<String, Object>(Map.of("person", to, "role", role));
        body.put("unit", unit);
        body.put("line", line);
        return as(subject).body(body).post("/role-grants").then();
    }

    @Test
    void everyRoleSaysWhatItIsForSinceWhenAndWhoGrantsIt() {
        get("/roles")
                .body("items.code", hasItems("CITIZEN", "AUDITOR", "DATA_PROTECTION_OFFICER", "SYSTEM_ADMINISTRATOR"))
                .body("items", hasSize(20))
                .body("items.purpose.vi", everyItem(not(equalTo(""))))
                .body("items.purpose.en", everyItem(not(equalTo(""))))
                .body("items.validFrom", everyItem(notNullValue()))
                .body("items.confidence", everyItem(notNullValue()))
                .body("items.find { it.code == 'CITIZEN' }.grantedBy", empty())
                .body("items.find { it.code == 'CITIZEN' }.permissions", empty())
                .body("items.find { it.code == 'CELL_SECRETARY' }.lines", contains("PARTY"))
                .body(
                        "items.find { it.code == 'DATA_PROTECTION_OFFICER' }.permissions.validFrom",
                        everyItem(equalTo("2026-01-01")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SIGNER",
                "LEADER",
                "STANDING_AGENCY",
                "UNIT_ADMINISTRATOR",
                "ADMINISTRATOR",
                "AUDITOR",
                "CITIZEN"
            })
    void whoKeepsAUnitGrantsNothingThatDecidesOrAdministers(String role) {
        grant(keeper, person(), role, office, null).statusCode(403).body("type", endsWith(":role-not-grantable"));
    }

    @Test
    void whoKeepsAUnitGrantsEverydayRolesThere() {
        grant(keeper, person(), "UNIT_CLERK", office, null).statusCode(201);
        grant(keeper, person(), "UNIT_CLERK", root("ADMINISTRATIVE"), null)
                .statusCode(403)
                .body("type", endsWith(":outside-your-units"));
    }

    @Test
    void oneRightToGrantIsNotMixedWithAnother() {
        // administers another office, keeps this one: here only what keeping gives
        var both = subject("both");
        caller(both, "ADMINISTRATOR", unitUnder(root("ADMINISTRATIVE"), unique("Sở khác")));
        var me = UUID.fromString(query("SELECT person FROM access_account WHERE subject = ?", both));
        Rights.grant(database(), both, me, "UNIT_ADMINISTRATOR", office);
        grant(both, person(), "SIGNER", office, null).statusCode(403).body("type", endsWith(":role-not-grantable"));
    }

    @Test
    void nobodyIsACitizenByGrant() {
        grant("units-admin", person(), "CITIZEN", office, null)
                .statusCode(403)
                .body("type", endsWith(":role-not-grantable"));
    }

    @Test
    void nobodyGrantsAnythingToThemselves() {
        var mine = person();
        var account = DelegationTest.account(mine);
        grant("units-admin", mine, "ADMINISTRATOR", office, null).statusCode(201);
        grant(account, mine, "LEADER", office, null).statusCode(403).body("type", endsWith(":granted-to-oneself"));
        var others = id(admin().body(Map.of("person", person(), "role", "LEADER", "unit", office))
                .post("/role-grants"));
        as(account)
                .body(Map.of("delegate", mine, "validTo", TODAY.plusDays(3).toString(), "document", "Giấy ủy quyền"))
                .post("/role-grants/{id}/delegate", others)
                .then()
                .statusCode(403)
                .body("type", endsWith(":granted-to-oneself"));
    }

    @Test
    void aRoleOfTheParticularLineIsGrantedAlongItOnly() {
        var cell = cellUnder(office);
        for (var line : new String[] {null, "ADMINISTRATIVE"}) {
            grant("units-admin", person(), "CELL_SECRETARY", cell, line)
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/line"))
                    .body("errors[0].code", equalTo("role-along-line"));
        }
        grant("units-admin", person(), "CELL_SECRETARY", cell, "PARTY").statusCode(201);
    }

    @Test
    void whatMayBeDoneWithAGrantIsSaidWithReasons() {
        var leader = id(admin().body(Map.of("person", person(), "role", "LEADER", "unit", office))
                .post("/role-grants"));
        as(keeper)
                .get("/role-grants/{id}/allowed-actions", leader)
                .then()
                .statusCode(200)
                .body("items.find { it.action == 'end' }.allowed", equalTo(true))
                .body("items.find { it.action == 'end' }.text", nullValue())
                .body("items.find { it.action == 'delegate' }.reason", equalTo("role-not-grantable"))
                .body("items.find { it.action == 'delegate' }.text.vi", notNullValue());
        as(subject("citizen"))
                .get("/role-grants/{id}/allowed-actions", leader)
                .then()
                .statusCode(403);
    }

    @Test
    void whatMayBeDoneWithAMembershipIsSaidWithReasons() {
        var person = person();
        var membership = id(start(person, office, "2025-01-01"));
        var path = "/persons/" + person + "/memberships/" + membership + "/allowed-actions";
        as(keeper).get(path).then().statusCode(200).body("items.allowed", everyItem(equalTo(true)));
        var reader = subject("reader");
        caller(reader, "LEADER", office);
        as(reader)
                .get(path)
                .then()
                .statusCode(200)
                .body("items.reason", everyItem(equalTo("outside-your-units")))
                .body("items.text.vi", everyItem(containsString("không bao gồm đơn vị này")));
        var elsewhere = subject("elsewhere");
        caller(elsewhere, "LEADER", unitUnder(root("ADMINISTRATIVE"), unique("Sở")));
        as(elsewhere).get(path).then().statusCode(404);
    }

    @Test
    void whyMayIAndWhyMayINot() {
        why(keeper, "post.assign", office)
                .body("allowed", equalTo(true))
                .body("reason", equalTo("permission-granted"))
                .body("grants[0].role", equalTo("UNIT_ADMINISTRATOR"))
                .body("grants[0].unit", equalTo(office.toString()))
                .body("grants[0].covers", equalTo(true));
        why(keeper, "post.assign", root("ADMINISTRATIVE"))
                .body("allowed", equalTo(false))
                .body("reason", equalTo("outside-your-units"))
                .body("grants[0].covers", equalTo(false))
                .body("text.vi", notNullValue());
        why(keeper, "post.assign", UUID.randomUUID()).body("reason", equalTo("outside-your-units"));
        why(keeper, "unit.register", office)
                .body("reason", equalTo("permission-missing"))
                .body("grants", empty())
                .body("roles.code", contains("ADMINISTRATOR"));
        why(keeper, "nothing.there", null).body("reason", equalTo("permission-unknown"));
        why(subject("nobody"), "unit.read", null).body("reason", equalTo("no-person"));
        why(keeper, "unit.read", root("ADMINISTRATIVE"))
                .body("allowed", equalTo(true))
                .body("grants[0].everywhere", equalTo(true));
        as(keeper).get("/me/permissions/UNIT READ").then().statusCode(400);
    }

    @Test
    void whatWasHeldAndWhatWillBeHeldIsToldApart() {
        var holder = person();
        var account = DelegationTest.account(holder);
        admin().body(Map.of(
                        "person",
                        holder,
                        "role",
                        "AUDITOR",
                        "unit",
                        office,
                        "validFrom",
                        TODAY.plusDays(3).toString()))
                .post("/role-grants")
                .then()
                .statusCode(201);
        admin().body(Map.of(
                        "person",
                        holder,
                        "role",
                        "ACCOUNTANT",
                        "unit",
                        office,
                        "validFrom",
                        "2025-01-01",
                        "validTo",
                        TODAY.toString()))
                .post("/role-grants")
                .then()
                .statusCode(201);
        why(account, "audit.read", office).body("reason", equalTo("grant-not-begun"));
        why(account, "award.read", office).body("grants.reason", hasItems("grant-not-begun", "grant-ended"));
    }

    @Test
    void alongAnotherLineIsOutside() {
        var cell = cellUnder(office);
        var secretary = subject("secretary");
        callerOnLine(secretary, "CELL_SECRETARY", cell, "PARTY");
        why(secretary, "membership.read", cell).body("allowed", equalTo(true)).body("grants[0].line", equalTo("PARTY"));
        why(secretary, "membership.read", office).body("reason", equalTo("outside-your-units"));
        as(secretary).get("/role-grants").then().statusCode(403);
    }

    private static ValidatableResponse why(String subject, String permission, UUID unit) {
        var asking = as(subject);
        if (unit != null) {
            asking.queryParam("unit", unit);
        }
        return asking.get("/me/permissions/{p}", permission).then().statusCode(200);
    }
}
