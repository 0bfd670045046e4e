package vn.lantoa.units.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static vn.lantoa.units.MembersFixture.callerOnLine;
import static vn.lantoa.units.MembersFixture.cellUnder;
import static vn.lantoa.units.MembersFixture.person;
import static vn.lantoa.units.MembersFixture.start;
import static vn.lantoa.units.MembersFixture.subject;
import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.UnitsFixture.as;
import static vn.lantoa.units.UnitsFixture.caller;
import static vn.lantoa.units.UnitsFixture.get;
import static vn.lantoa.units.UnitsFixture.query;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.UnitsFixture.unitUnder;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LanToaServices;

/** Who belongs to the Party is known to those whose rights reach along its own line, and to nobody else. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class ConfidentialMembershipTest {
    private UUID office;
    private UUID cell;
    private UUID person;
    private String membership;

    /** A cell that stands under an office on the administrative line too: that alone opens nothing. */
    @BeforeEach
    void aMemberOfACell() {
        office = unitUnder(root("ADMINISTRATIVE"), unique("Sở"));
        cell = cellUnder(office);
        person = person();
        start(person, office, "2024-01-01").then().statusCode(201);
        membership = start(person, Map.of("unit", cell, "line", "PARTY", "validFrom", "2024-01-01"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void nobodyElseSeesIt() {
        var officer = subject("officer");
        seesNothing(caller(officer, "EMULATION_OFFICER", office), officer, 200);
        var onOtherLine = subject("line-officer");
        seesNothing(callerOnLine(onOtherLine, "EMULATION_OFFICER", office, "ADMINISTRATIVE"), onOtherLine, 200);
        var atTheCell = subject("cell-officer");
        seesNothing(callerOnLine(atTheCell, "EMULATION_OFFICER", cell, "ADMINISTRATIVE"), atTheCell, 404);
    }

    /** @param record whether the person's record may be read, and with it what is no secret */
    private void seesNothing(Object firstCall, String subject, int record) {
        assertThat(firstCall).isNotNull();
        as(subject)
                .get("/units/{u}/members?line=PARTY", cell)
                .then()
                .statusCode(200)
                .body("items", empty());
        as(subject)
                .get("/units/{u}/members?line=PARTY&within=true&total=true", cell)
                .then()
                .body("total", equalTo(0));
        as(subject)
                .get("/persons/{p}/memberships", person)
                .then()
                .statusCode(record)
                .body(not(containsString("PARTY")));
        as(subject)
                .get("/persons/{p}/memberships/{id}", person, membership)
                .then()
                .statusCode(404);
        as(subject)
                .header("If-Match", "*")
                .body(Map.of("validTo", "2025-01-01"))
                .post("/persons/{p}/memberships/{id}/end", person, membership)
                .then()
                .statusCode(404);
        as(subject)
                .body(Map.of("unit", cell, "line", "PARTY", "validFrom", "2024-01-01"))
                .post("/persons/{p}/memberships", person)
                .then()
                .statusCode(403);
    }

    @Test
    void whoMayNotReadTheRecordDoesNotLearnThatItIsThere() {
        var citizen = subject("citizen");
        var stranger = subject("stranger");
        caller(stranger, "EMULATION_OFFICER", unitUnder(root("ADMINISTRATIVE"), unique("Sở khác")));
        for (var subject : List.of(citizen, stranger)) {
            for (var asked : List.of(person, UUID.randomUUID())) {
                as(subject)
                        .get("/persons/{p}/memberships", asked)
                        .then()
                        .statusCode(404)
                        .body("type", endsWith(":person-not-found"));
            }
        }
    }

    @Test
    void whoseRightsReachAlongTheLineSeesIt() {
        callerOnLine(subject("party"), "EMULATION_OFFICER", root("PARTY"), "PARTY")
                .get("/units/{u}/members?line=PARTY", cell)
                .then()
                .body("items.id", contains(membership));
        caller(subject("secretary"), "EMULATION_OFFICER", cell)
                .get("/persons/{p}/memberships", person)
                .then()
                .body("items.findAll { it.line == 'PARTY' }.id", contains(membership));
        get("/persons/{p}/memberships", person).body("items.size()", equalTo(2));
    }

    @Test
    void itTravelsOnTheRestrictedTopicOnly() {
        var id = UUID.fromString(membership);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(query(
                                "SELECT string_agg(topic || ' ' || restricted, ',') FROM event_log WHERE subject = ?",
                                id))
                        .isEqualTo("lantoa.units.restricted true"));
        get("/events?subject={id}", id).body("items", empty());
        admin().body(Map.of("kind", "membership", "id", id))
                .post("/admin/announcements")
                .then()
                .statusCode(404);
        admin().body(Map.of("kind", "confidential-membership", "id", id))
                .post("/admin/announcements")
                .then()
                .statusCode(202);
        assertThat(query(
                        "SELECT count(*) FROM (SELECT topic, subject FROM event_log UNION ALL SELECT topic, subject FROM outbox) e WHERE subject = ? AND topic <> 'lantoa.units.restricted'",
                        id))
                .isEqualTo("0");
    }
}
