package vn.lantoa.units.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static vn.lantoa.units.MembersFixture.act;
import static vn.lantoa.units.MembersFixture.person;
import static vn.lantoa.units.MembersFixture.subject;
import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.UnitsFixture.as;
import static vn.lantoa.units.UnitsFixture.get;
import static vn.lantoa.units.UnitsFixture.query;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.UnitsFixture.unitUnder;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.testsupport.Tokens;

/** Somebody uses a grant on the holder's behalf, for a while, and it shows. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class DelegationTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));

    private UUID unit;
    private UUID holder;
    private UUID delegate;
    private String holding;
    private String acting;
    private UUID grant;

    @BeforeEach
    void aHolderAndADelegateWithAccounts() {
        unit = unitUnder(root("ADMINISTRATIVE"), unique("Xã"));
        holder = person();
        delegate = person();
        holding = account(holder);
        acting = account(delegate);
        grant = UUID.fromString(admin().body(Map.of(
                        "person",
                        holder,
                        "role",
                        "EMULATION_OFFICER",
                        "unit",
                        unit,
                        "validFrom",
                        TODAY.minusYears(1).toString(),
                        "validTo",
                        TODAY.plusYears(1).toString()))
                .post("/role-grants")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    static String account(UUID person) {
        var subject = subject("account");
        admin().body(Map.of("issuer", Tokens.issuer(), "subject", subject))
                .post("/persons/{p}/accounts", person)
                .then()
                .statusCode(201);
        return subject;
    }

    private Map<String, ?> toDelegate(LocalDate until) {
        return Map.of("delegate", delegate, "validTo", until.toString(), "document", "Giấy ủy quyền 03/GUQ-UBND");
    }

    @Test
    void theDelegateActsForTheHolderAndTheTrailSaysSo() {
        as(acting).get("/units/{u}/members", unit).then().statusCode(403);
        String delegation = as(holding)
                .body(toDelegate(TODAY.plusDays(10)))
                .post("/role-grants/{id}/delegate", grant)
                .then()
                .statusCode(201)
                .body("onBehalfOf", equalTo(holder.toString()))
                .body("delegationOf", equalTo(grant.toString()))
                .extract()
                .path("id");
        String membership = as(acting)
                .body(Map.of("unit", unit, "validFrom", TODAY.toString()))
                .post("/persons/{p}/memberships", person())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(query(
                        "SELECT person || ' ' || acting_for FROM audit_entry WHERE entity_id = ?",
                        UUID.fromString(membership)))
                .isEqualTo(delegate + " " + holder);
        as(acting).get("/me").then().body("grants.onBehalfOf", hasItem(holder.toString()));
        as(holding)
                .get("/me")
                .then()
                .body("delegations.id", contains(delegation))
                .body("grants.id", hasItem(grant.toString()));
        get("/role-grants?onBehalfOf={p}", holder).body("items.id", contains(delegation));
        assertThat(query("SELECT on_behalf_of::text FROM access_grant WHERE id = ?", UUID.fromString(delegation)))
                .isEqualTo(holder.toString());
        act(
                        as(holding),
                        "/role-grants/{id}/end",
                        UUID.fromString(delegation),
                        "*",
                        Map.of("validTo", TODAY.plusDays(1).toString()))
                .statusCode(200);
    }

    @Test
    void itIsNotDelegatedFurtherNorLongerNorByOthers() {
        as(acting)
                .body(toDelegate(TODAY.plusDays(10)))
                .post("/role-grants/{id}/delegate", grant)
                .then()
                .statusCode(403);
        as(holding)
                .body(toDelegate(TODAY.plusYears(2)))
                .post("/role-grants/{id}/delegate", grant)
                .then()
                .statusCode(409)
                .body("type", endsWith(":outside-delegated-grant"));
        as(holding)
                .body(Map.of("delegate", delegate, "document", "x"))
                .post("/role-grants/{id}/delegate", grant)
                .then()
                .statusCode(400);
        as(holding)
                .body(Map.of("delegate", holder, "validTo", TODAY.plusDays(5).toString(), "document", "x"))
                .post("/role-grants/{id}/delegate", grant)
                .then()
                .statusCode(409)
                .body("type", endsWith(":delegated-to-holder"));
        String delegation = as(holding)
                .body(toDelegate(TODAY.plusDays(10)))
                .post("/role-grants/{id}/delegate", grant)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as(acting)
                .body(Map.of("delegate", person(), "validTo", TODAY.plusDays(5).toString(), "document", "x"))
                .post("/role-grants/{id}/delegate", delegation)
                .then()
                .statusCode(409)
                .body("type", endsWith(":delegated-already"));
    }

    @Test
    void aDelegationEndsWithWhatItIsDelegatedFrom() {
        String delegation = as(holding)
                .body(toDelegate(TODAY.plusDays(100)))
                .post("/role-grants/{id}/delegate", grant)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        act(
                        admin(),
                        "/role-grants/{id}/end",
                        grant,
                        "*",
                        Map.of("validTo", TODAY.plusDays(3).toString()))
                .statusCode(200);
        get("/role-grants/{id}", delegation)
                .body("validTo", equalTo(TODAY.plusDays(3).toString()));
        assertThat(query("SELECT valid_to::text FROM access_grant WHERE id = ?", UUID.fromString(delegation)))
                .isEqualTo(TODAY.plusDays(3).toString());
    }

    @Test
    void aGrantEndsWithItsPost() {
        String post = admin().body(Map.of(
                        "unit",
                        unit,
                        "title",
                        "Phó Chủ tịch",
                        "postGroup",
                        "COMMUNE_VICE_CHAIR",
                        "validFrom",
                        "2024-01-01"))
                .post("/persons/{p}/posts", holder)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        admin().body(Map.of("person", delegate, "role", "LEADER", "unit", unit, "post", post))
                .post("/role-grants")
                .then()
                .statusCode(422)
                .body("type", endsWith(":outside-post"));
        admin().body(Map.of("person", holder, "role", "LEADER", "unit", unit, "post", post, "validFrom", "2023-01-01"))
                .post("/role-grants")
                .then()
                .statusCode(422)
                .body("type", endsWith(":outside-post"));
        String bound = admin().body(Map.of(
                        "person", holder, "role", "LEADER", "unit", unit, "post", post, "validFrom", "2024-01-01"))
                .post("/role-grants")
                .then()
                .statusCode(201)
                .body("post", equalTo(post))
                .extract()
                .path("id");
        String later = admin().body(Map.of(
                        "person",
                        holder,
                        "role",
                        "CONFIRMING_OFFICER",
                        "unit",
                        unit,
                        "post",
                        post,
                        "validFrom",
                        "2030-01-01"))
                .post("/role-grants")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        act(
                        admin(),
                        "/persons/" + holder + "/posts/{id}/end",
                        UUID.fromString(post),
                        "*",
                        Map.of("validTo", "2025-01-01"))
                .statusCode(200);
        get("/role-grants/{id}", bound).body("validTo", equalTo("2025-01-01"));
        get("/role-grants/{id}", later).statusCode(404);
        get("/role-grants?post={p}", post).body("items.id", contains(bound));
        assertThat(query("SELECT valid::text FROM access_grant WHERE id = ?", UUID.fromString(later)))
                .isEqualTo("empty");
        assertThat(query(
                        "SELECT string_agg(action, ',' ORDER BY id) FROM audit_entry WHERE entity_id = ?",
                        UUID.fromString(bound)))
                .isEqualTo("role-grant.grant,role-grant.end");
    }

    @Test
    void whoReachesOneLineGrantsOnThatLineOnly() {
        var subject = subject("line-admin");
        vn.lantoa.units.MembersFixture.callerOnLine(subject, "ADMINISTRATOR", unit, "ADMINISTRATIVE")
                .body(Map.of("person", delegate, "role", "MEMBER", "unit", unit))
                .post("/role-grants")
                .then()
                .statusCode(403);
        as(subject)
                .body(Map.of("person", delegate, "role", "MEMBER", "unit", unit, "line", "PARTY"))
                .post("/role-grants")
                .then()
                .statusCode(403);
        as(subject)
                .body(Map.of("person", delegate, "role", "MEMBER", "unit", unit, "line", "ADMINISTRATIVE"))
                .post("/role-grants")
                .then()
                .statusCode(201);
    }

    @Test
    void whoElseLeadsTheUnitIsTold() {
        var body = Map.of("unit", unit, "title", "Chủ tịch", "postGroup", "COMMUNE_CHAIR", "leading", true);
        String first = admin().body(body)
                .post("/persons/{p}/posts", holder)
                .then()
                .statusCode(201)
                .body("alsoLeading", empty())
                .body("kind", equalTo("REGULAR"))
                .extract()
                .path("id");
        admin().body(Map.of(
                        "unit",
                        unit,
                        "title",
                        "Quyền Chủ tịch",
                        "postGroup",
                        "COMMUNE_CHAIR",
                        "leading",
                        true,
                        "kind",
                        "ACTING"))
                .post("/persons/{p}/posts", delegate)
                .then()
                .statusCode(201)
                .body("alsoLeading", contains(first))
                .body("kind", equalTo("ACTING"));
    }
}
