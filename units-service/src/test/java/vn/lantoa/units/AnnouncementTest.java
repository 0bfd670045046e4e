package vn.lantoa.units;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static vn.lantoa.units.UnitsFixture.BASE;
import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.UnitsFixture.caller;
import static vn.lantoa.units.UnitsFixture.get;
import static vn.lantoa.units.UnitsFixture.id;
import static vn.lantoa.units.UnitsFixture.query;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.UnitsFixture.unitUnder;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lantoa.rest.Ids;
import vn.lantoa.testsupport.LanToaServices;

/** The register is said again for those who build their replica anew. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class AnnouncementTest {
    private static final String PATH = "/admin/announcements";

    @Test
    void aUnitIsAnnouncedAsItIsWithoutAStep() {
        var parent = root("ADMINISTRATIVE");
        var name = unique("Xã Quang Trọng");
        var unit = unitUnder(parent, name);

        announce("unit", unit).statusCode(202).body("announced", equalTo(1)).body("next", nullValue());

        awaitSteps(unit, "1,1a");
        get("/events?subject={id}", unit)
                .body("items[1].announcement", equalTo(true))
                .body("items[1].aggregateversion", equalTo(1))
                .body("items[1].data.change.act", equalTo("announce"))
                .body("items[1].data.state.versions[0].name", equalTo(name))
                .body("items[1].data.state.placements[0].parent", equalTo(parent.toString()));
    }

    @Test
    void personsAndTheirRightsAreAnnouncedWhereTheyTravel() {
        var person = person();
        var unit = unitUnder(root("ADMINISTRATIVE"), unique("Xã"));
        var post = created(
                "/persons/" + person + "/posts",
                Map.of("unit", unit, "title", "Chủ tịch", "postGroup", "COMMUNE_CHAIR", "leading", true));
        var account = created(
                "/persons/" + person + "/accounts",
                Map.of("issuer", "https://id.example.vn", "subject", unique("người-mới")));
        var grant = created("/role-grants", Map.of("person", person, "role", "LEADER", "unit", unit));

        announce("person", person).statusCode(202);
        announce("post", post).statusCode(202);
        announce("account", account).statusCode(202);
        announce("role-grant", grant).statusCode(202);

        for (var subject : List.of(person, post, account, grant)) {
            awaitSteps(subject, "1,1a");
        }
        assertThat(query(
                        "SELECT count(*) FROM event_log WHERE subject IN (?, ?, ?) AND restricted",
                        post,
                        account,
                        grant))
                .isEqualTo("6");
        get("/events?subject={id}", grant).body("items.size()", equalTo(0));
    }

    @Test
    void rolesAreAnnouncedAsAKind() {
        var roles = Integer.valueOf(query("SELECT count(*) FROM role"));
        var member = UUID.fromString(query("SELECT id FROM role WHERE code = 'MEMBER'"));
        var before = Integer.parseInt(announcements(member));

        admin().body(Map.of("kind", "role"))
                .post(PATH)
                .then()
                .statusCode(202)
                .body("announced", equalTo(roles))
                .body("next", nullValue());

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(announcements(member)).isEqualTo(String.valueOf(before + 1)));
    }

    @Test
    void aKindIsAnnouncedInSteps() {
        var before = Ids.next();
        var parent = root("ADMINISTRATIVE");
        var units = List.of(
                unitUnder(parent, unique("Xã")), unitUnder(parent, unique("Xã")), unitUnder(parent, unique("Xã")));

        admin().body(Map.of("kind", "unit", "after", before, "limit", 2))
                .post(PATH)
                .then()
                .statusCode(202)
                .body("announced", equalTo(2))
                .body("next", equalTo(units.get(1).toString()));
        admin().body(Map.of("kind", "unit", "after", units.get(1), "limit", 2))
                .post(PATH)
                .then()
                .statusCode(202)
                .body("announced", equalTo(1))
                .body("next", nullValue());

        units.forEach(unit -> awaitSteps(unit, "1,1a"));
    }

    @Test
    void aReorganisationIsAnnouncedDraftedOrEnacted() {
        var parent = root("ADMINISTRATIVE");
        var sources = List.of(unitUnder(parent, unique("Xã")), unitUnder(parent, unique("Xã")));
        var drafted = ReorganisationFixture.draft(
                "2031-07-01", ReorganisationFixture.merge(unique("Xã"), null, parent, sources));
        var id = UUID.fromString(drafted.extract().path("id"));

        announce("reorganisation", id).statusCode(202);
        awaitSteps(id, "1,1a");
        ReorganisationFixture.enact(drafted).statusCode(200);
        announce("reorganisation", id).statusCode(202);

        awaitSteps(id, "1,1a,2,2a");
        get("/events?subject={id}", id)
                .body("items[1].type", equalTo("vn.lantoa.units.reorganisation.drafted.v1"))
                .body("items[3].type", equalTo("vn.lantoa.units.reorganisation.enacted.v1"))
                .body("items[3].data.change.act", equalTo("announce"))
                .body("items[3].data.state.ending.size()", equalTo(2));
    }

    @Test
    void whoAnnouncedWhatStandsInTheAuditTrail() {
        var unit = unitUnder(root("ADMINISTRATIVE"), unique("Xã"));

        announce("unit", unit).statusCode(202);

        assertThat(query("""
                        SELECT count(*) FROM audit_entry
                        WHERE action = 'announcement.make' AND entity = 'announcement' AND person IS NOT NULL
                          AND after #>> '{asked,kind}' = 'unit' AND after #>> '{asked,id}' = ?
                          AND after #>> '{answered,announced}' = '1'""", unit.toString())).isEqualTo("1");
    }

    @Test
    void whatIsNotThereIsNotAnnounced() {
        admin().body(Map.of("kind", "festival"))
                .post(PATH)
                .then()
                .statusCode(422)
                .body("type", endsWith(":unknown-announcement-kind"))
                .body(
                        "errors[0].detail",
                        stringContainsInOrder(
                                "account",
                                "calendar",
                                "confidential-membership",
                                "membership",
                                "person",
                                "post",
                                "reorganisation",
                                "role",
                                "role-grant",
                                "transfer",
                                "unit"));
        announce("unit", UUID.randomUUID()).statusCode(404).body("type", endsWith(":nothing-to-announce"));
    }

    @Test
    void onlyWhoMayDoItEverywhereOperatesTheService() {
        var unit = unitUnder(root("ADMINISTRATIVE"), unique("Xã"));
        var body = Map.of("kind", "unit", "id", unit);
        for (var role : List.of("LEADER", "ADMINISTRATOR")) {
            var subject = unique(role).replace(' ', '-');
            caller(subject, role, unit).body(body).post(PATH).then().statusCode(403);
            caller(subject, role, unit).get("/admin/dead-letters").then().statusCode(403);
            caller(subject, role, unit)
                    .post("/admin/dead-letters/1/replay")
                    .then()
                    .statusCode(403);
        }
        given().basePath(BASE)
                .contentType("application/json")
                .body(body)
                .post(PATH)
                .then()
                .statusCode(401);
        given().basePath(BASE).get("/admin/dead-letters").then().statusCode(401);
        get("/admin/dead-letters").statusCode(200);
    }

    @Test
    void theRoleOfAdministratorsHasWhatItTakes() {
        for (var permission : List.of("announcement.make", "dead-letter.read", "dead-letter.replay")) {
            assertThat(query(
                            "SELECT count(*) FROM role_permission p JOIN role r ON r.id = p.role WHERE r.code = 'ADMINISTRATOR' AND p.permission = ?",
                            permission))
                    .isEqualTo("1");
        }
    }

    private static ValidatableResponse announce(String kind, UUID id) {
        return admin().header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of("kind", kind, "id", id))
                .post(PATH)
                .then();
    }

    /** The steps of an aggregate in the event log, announcements marked. */
    private static void awaitSteps(UUID subject, String expected) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(query("""
                        SELECT coalesce(string_agg(aggregate_version || CASE WHEN announcement THEN 'a' ELSE '' END, ','
                               ORDER BY position), '') FROM event_log WHERE subject = ?""", subject)).isEqualTo(expected));
    }

    private static String announcements(UUID subject) {
        return query(
                "SELECT (SELECT count(*) FROM event_log WHERE subject = ? AND announcement)"
                        + " + (SELECT count(*) FROM outbox WHERE subject = ? AND announcement)",
                subject,
                subject);
    }

    private static UUID person() {
        return created("/persons", Map.of("name", unique("Người")));
    }

    private static UUID created(String path, Map<String, ?> body) {
        return id(admin().body(body).post(path));
    }
}
