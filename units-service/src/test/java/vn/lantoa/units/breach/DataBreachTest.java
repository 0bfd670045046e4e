package vn.lantoa.units.breach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.UnitsFixture.caller;
import static vn.lantoa.units.UnitsFixture.query;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.UnitsFixture.unitUnder;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lantoa.testsupport.LanToaServices;

@QuarkusTest
@WithTestResource(LanToaServices.class)
class DataBreachTest {
    @Inject
    PrivacyGauges gauges;

    @ParameterizedTest
    @EnumSource(PrivacyMetric.class)
    void theMetricsAreDocumented(PrivacyMetric metric) throws IOException {
        assertThat(Files.readAllLines(Path.of("../docs/metrics.md"))).contains(metric.row());
    }

    private static ValidatableResponse record(Instant detected) {
        return admin().body(Map.of(
                        "title",
                        "Gửi nhầm danh sách",
                        "description",
                        "Tệp được gửi nhầm ra ngoài.",
                        "dataKinds",
                        "Họ tên, ngày sinh",
                        "detectedAt",
                        detected.toString()))
                .post("/data-breaches")
                .then();
    }

    private static ValidatableResponse act(String id, String act, Map<String, ?> body) {
        return admin().header("If-Match", "*")
                .body(body)
                .post("/data-breaches/" + id + "/" + act)
                .then();
    }

    @Test
    void theClockIsOfSeventyTwoHoursFromDetection() {
        var detected = Instant.now().minus(Duration.ofHours(2)).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        record(detected)
                .statusCode(201)
                .body("dueAt", equalTo(detected.plus(Duration.ofHours(72)).toString()))
                .body("overdue", equalTo(false))
                .body("steps", hasSize(7));
        record(Instant.now().plus(Duration.ofHours(1)))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/detectedAt"));
    }

    @Test
    void whoIsLateIsListedAndSaysWhy() {
        String late =
                record(Instant.now().minus(Duration.ofHours(73))).extract().path("id");
        String inTime = record(Instant.now()).extract().path("id");
        admin().queryParam("overdue", true)
                .get("/data-breaches")
                .then()
                .body("items.id", hasItem(late))
                .body("items.id", not(hasItem(inTime)));
        gauges.sample();
        long before = gauges.last().breaches();
        assertThat(before).isPositive();
        var word = new HashMap<String, String>(Map.of("authority", "Cơ quan chuyên trách", "document", "88/SNV-VP"));
        act(late, "notify", word).statusCode(422).body("type", equalTo("urn:lantoa:problem:late-reason-missing"));
        word.put("lateReason", "Phát hiện vào ngày nghỉ lễ");
        act(late, "notify", word).statusCode(200).body("overdue", equalTo(false));
        gauges.sample();
        assertThat(gauges.last().breaches()).isEqualTo(before - 1);
        act(late, "notify", word).statusCode(409).body("type", equalTo("urn:lantoa:problem:data-breach-notified"));
    }

    @Test
    void aBreachIsClosedOnlyOnceItIsWorkedOff() {
        String id = record(Instant.now()).extract().path("id");
        act(id, "close", Map.of("outcome", "Xong"))
                .statusCode(409)
                .body("type", equalTo("urn:lantoa:problem:breach-not-notified"));
        act(id, "notify", Map.of("authority", "Cơ quan chuyên trách", "document", "88/SNV-VP"))
                .statusCode(200);
        act(id, "close", Map.of("outcome", "Xong"))
                .statusCode(409)
                .body("type", equalTo("urn:lantoa:problem:breach-steps-open"));
        act(id, "steps/UNKNOWN", Map.of("note", "Đã làm")).statusCode(404);
        for (var step : List.of("CONTAIN", "PRESERVE", "ASSESS", "MINUTES", "NOTIFY_PERSONS", "REMEDY", "LEARN")) {
            act(id, "steps/" + step, Map.of("note", "Đã làm")).statusCode(200);
        }
        act(id, "steps/CONTAIN", Map.of("note", "Lần nữa"))
                .statusCode(409)
                .body("type", equalTo("urn:lantoa:problem:breach-step-done"));
        act(id, "close", Map.of("outcome", "Đã khắc phục")).statusCode(200).body("closedAt", notNullValue());
        act(id, "steps/CONTAIN", Map.of("note", "Lần nữa")).statusCode(409);
        assertThat(query("SELECT count(*) FROM audit_entry WHERE entity_id = ?", UUID.fromString(id)))
                .isEqualTo("10");
    }

    @Test
    void onlyWhoHandlesBreachesEverywhereSeesThem() {
        String id = record(Instant.now()).extract().path("id");
        var here = unique("officer").replace(' ', '-');
        caller(here, "ADMINISTRATOR", unitUnder(root("ADMINISTRATIVE"), unique("Xã")))
                .get("/data-breaches/{id}", id)
                .then()
                .statusCode(403);
        admin().body(Map.of("note", "x"))
                .post("/data-breaches/{id}/steps/CONTAIN", id)
                .then()
                .statusCode(428);
    }
}
