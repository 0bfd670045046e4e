package vn.lantoa.units.role;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static vn.lantoa.units.MembersFixture.act;
import static vn.lantoa.units.MembersFixture.callerOnLine;
import static vn.lantoa.units.MembersFixture.cellUnder;
import static vn.lantoa.units.MembersFixture.person;
import static vn.lantoa.units.MembersFixture.subject;
import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.UnitsFixture.as;
import static vn.lantoa.units.UnitsFixture.caller;
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
import vn.lantoa.testsupport.LanToaServices;

/** Nobody comes by more rights than whoever gave them has, and grants along the Party's line are nobody else's business. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class GrantsWithoutEscalationTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));

    private UUID office;
    private UUID cell;

    /** A cell that stands under the office on the administrative line too: whoever keeps the office does not keep the Party. */
    @BeforeEach
    void anOfficeAndItsCell() {
        office = unitUnder(root("ADMINISTRATIVE"), unique("Sở"));
        cell = cellUnder(office);
    }

    private static ValidatableResponse grant(String subject, UUID to, String role, UUID unit, String line) {
        var body = new HashMap<String, Object>(Map.of("person", to, "role", role, "validFrom", TODAY.toString()));
        body.put("unit", unit);
        body.put("line", line);
        return as(subject).body(body).post("/role-grants").then();
    }

    private static UUID granted(UUID to, UUID unit, String line) {
        return UUID.fromString(grant("units-admin", to, "EMULATION_OFFICER", unit, line)
                .statusCode(201)
                .extract()
                .path("id"));
    }

    private static ValidatableResponse delegate(String subject, UUID grant, UUID to) {
        return as(subject)
                .body(Map.of(
                        "delegate", to, "validTo", TODAY.plusDays(9).toString(), "document", "Giấy ủy quyền 3/GUQ"))
                .post("/role-grants/{id}/delegate", grant)
                .then();
    }

    @Test
    void whoeverKeepsTheOfficeGivesNobodyTheCell() {
        var keeper = subject("keeper");
        caller(keeper, "ADMINISTRATOR", office);
        grant(keeper, person(), "MEMBER", office, null).statusCode(201);
        grant(keeper, person(), "MEMBER", cell, "ADMINISTRATIVE").statusCode(201);
        for (var line : new String[] {null, "PARTY"}) {
            grant(keeper, person(), "EMULATION_OFFICER", cell, line)
                    .statusCode(403)
                    .body("type", endsWith(":outside-your-units"));
        }
        var secretary = subject("secretary");
        callerOnLine(secretary, "ADMINISTRATOR", root("PARTY"), "PARTY");
        grant(secretary, person(), "EMULATION_OFFICER", cell, "PARTY").statusCode(201);
    }

    @Test
    void whoReachesOneLineDelegatesNoGrantOfAnother() {
        var keeper = subject("line-keeper");
        callerOnLine(keeper, "ADMINISTRATOR", office, "ADMINISTRATIVE");
        delegate(keeper, granted(person(), office, null), person()).statusCode(403);
        delegate(keeper, granted(person(), office, "ADMINISTRATIVE"), person()).statusCode(201);
        delegate(keeper, granted(person(), cell, "PARTY"), person()).statusCode(404);
    }

    @Test
    void grantsAlongAConfidentialLineAreNotThereForOthers() {
        var holder = person();
        var grant = granted(holder, cell, "PARTY");
        var keeper = subject("keeper");
        caller(keeper, "ADMINISTRATOR", office);
        as(keeper).get("/role-grants/{id}", grant).then().statusCode(404);
        as(keeper)
                .get("/role-grants?person={p}&total=true", holder)
                .then()
                .body("items", empty())
                .body("total", equalTo(0));
        act(
                        as(keeper),
                        "/role-grants/{id}/end",
                        grant,
                        "*",
                        Map.of("validTo", TODAY.plusDays(1).toString()))
                .statusCode(404);
        as(keeper).get("/exports/grants").then().statusCode(200).body(not(containsString(grant.toString())));
        var secretary = subject("secretary");
        callerOnLine(secretary, "ADMINISTRATOR", root("PARTY"), "PARTY");
        as(secretary).get("/role-grants/{id}", grant).then().statusCode(200);
        as(secretary).get("/role-grants?person={p}", holder).then().body("items.id", hasItem(grant.toString()));
    }

    @Test
    void whoActsForAnAdministratorGivesNoRolesAway() {
        var administrator = person();
        var deputy = person();
        var acting = DelegationTest.account(deputy);
        var grant = UUID.fromString(grant("units-admin", administrator, "ADMINISTRATOR", office, "ADMINISTRATIVE")
                .statusCode(201)
                .extract()
                .path("id"));
        var others = granted(person(), office, "ADMINISTRATIVE");
        delegate(DelegationTest.account(administrator), grant, deputy).statusCode(201);
        as(acting).get("/role-grants/{id}", others).then().statusCode(200);
        grant(acting, deputy, "ADMINISTRATOR", office, "ADMINISTRATIVE")
                .statusCode(403)
                .body("type", endsWith(":granting-not-delegated"));
        delegate(acting, others, deputy).statusCode(403).body("type", endsWith(":granting-not-delegated"));
    }

    @Test
    void whatHasEndedIsNotDelegated() {
        var holder = person();
        var grant = granted(holder, office, null);
        var holding = DelegationTest.account(holder);
        act(
                        admin(),
                        "/role-grants/{id}/end",
                        grant,
                        "*",
                        Map.of("validTo", TODAY.plusDays(1).toString()))
                .statusCode(200);
        delegate(holding, grant, person()).statusCode(409).body("type", endsWith(":outside-delegated-grant"));
    }
}
