package vn.lantoa.audit.sealing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.testsupport.Rights;
import vn.lantoa.testsupport.Tokens;

/** What an inspector of a unit sees of the trail: what was done to its things, and nothing that tells of others. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class UnitInspectorTest {
    private static final String API = "/api/campaigns/v1";
    private static final UUID UNIT = UUID.fromString("0197a1b0-4d00-7e32-9b51-6f708192a304");

    @Inject
    Sealer sealer;

    @Inject
    DataSource database;

    @BeforeEach
    void rights() {
        Rights.grant(database, "inspector", UUID.fromString("0197a1b0-3c00-7d21-8a40-5e6f7a8b9c11"), "AUDITOR", null);
        Rights.grant(
                database, "unit-inspector", UUID.fromString("0197a1b0-3c00-7d21-8a40-5e6f7a8b9c12"), "AUDITOR", UNIT);
        Rights.grant(database, "hoa", ThingResource.HOA, "MEMBER", UNIT);
    }

    private static RequestSpecification as(String subject) {
        return given().auth().oauth2(Tokens.of(subject));
    }

    @Test
    void anInspectorOfAUnitSeesWhatWasDoneToItsThingsOnly() throws SQLException {
        var ours = UUID.randomUUID();
        var theirs = UUID.randomUUID();
        var secret = UUID.randomUUID();
        told(ours, UNIT, false);
        told(theirs, UUID.randomUUID(), false);
        told(secret, UNIT, true);
        for (var id : List.of(ours, theirs, secret)) {
            as("hoa").post(API + "/things/" + id).then().statusCode(204);
        }
        seen("unit-inspector", ours, 1);
        seen("unit-inspector", theirs, 0);
        seen("unit-inspector", secret, 0);
        seen("inspector", secret, 1);
        String theirEntry = as("inspector")
                .queryParam("entityId", theirs)
                .get(API + "/audit/entries")
                .path("items[0].id");
        as("unit-inspector")
                .get(API + "/audit/entries/" + theirEntry + "/proof")
                .then()
                .statusCode(404);
        as("unit-inspector").get(API + "/audit/export").then().statusCode(403);
        sealer.sealAll();
    }

    @Test
    void whatWasDoneElsewhereFillsNoPageAndLeavesNoTraceInNext() throws SQLException {
        var ours = UUID.randomUUID();
        var theirs = UUID.randomUUID();
        told(ours, UNIT, false);
        told(theirs, UUID.randomUUID(), false);
        for (var id : List.of(ours, theirs, theirs, theirs, ours, theirs)) {
            as("hoa").post(API + "/things/" + id).then().statusCode(204);
        }
        for (var unseen : List.of(theirs, UUID.randomUUID())) {
            as("unit-inspector")
                    .queryParam("entityId", unseen)
                    .queryParam("limit", 1)
                    .get(API + "/audit/entries")
                    .then()
                    .statusCode(200)
                    .body("items", equalTo(List.of()))
                    .body("next", nullValue());
        }
        var first = as("unit-inspector")
                .queryParam("limit", 2)
                .get(API + "/audit/entries")
                .then()
                .statusCode(200)
                .body("items.entityId", equalTo(List.of(ours.toString(), ours.toString())))
                .extract();
        var everything = as("unit-inspector")
                .queryParam("entityId", ours)
                .queryParam("limit", 1)
                .get(API + "/audit/entries")
                .then()
                .body("items.size()", equalTo(1))
                .extract();
        as("unit-inspector")
                .queryParam("entityId", ours)
                .queryParam("limit", 1)
                .queryParam("cursor", everything.<String>path("next"))
                .get(API + "/audit/entries")
                .then()
                .body("items[0].id", equalTo(first.path("items[1].id")))
                .body("next", nullValue());
        sealer.sealAll();
    }

    @Test
    void theStatementOfAnInspectorOfAUnitStaysOnIndexes() throws SQLException {
        var units = "SELECT '%s'::uuid AS id".formatted(UNIT);
        var plan = new StringBuilder();
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery("EXPLAIN WITH mine AS MATERIALIZED (" + units + ") " + EntryReads.SELECT
                                + "AND e.id > '0197a1b0-3c00-7d21-8a40-5e6f7a8b9c11' " + EntryReads.WITHIN
                                + "ORDER BY e.id LIMIT 51")) {
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
        }
        assertThat(plan.toString())
                .contains("subject_aggregate_version_idx", "hashed SubPlan")
                .doesNotContain("Seq Scan on event_log");
    }

    private static void seen(String subject, UUID entity, int count) {
        as(subject)
                .queryParam("entityId", entity)
                .get(API + "/audit/entries")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(count));
    }

    private static void told(UUID subject, UUID unit, boolean restricted) throws SQLException {
        Trail.tamper("""
                INSERT INTO event_log (position, event_id, type, topic, subject, aggregate_version, payload, restricted,
                                       scope_unit, announcement, occurred_at)
                SELECT -(SELECT count(*) FROM event_log) - 1, gen_random_uuid(), 'x', 'x', '%s', 1, '{}', %s, '%s', false, now()""".formatted(subject, restricted, unit));
    }
}
