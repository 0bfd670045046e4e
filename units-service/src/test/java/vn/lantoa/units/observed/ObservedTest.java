package vn.lantoa.units.observed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static vn.lantoa.units.UnitsFixture.BASE;
import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.UnitsFixture.query;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.lantoa.rest.Ids;
import vn.lantoa.testsupport.LanToaServices;

/** What a running service shows: traces, logs, metrics, health. */
@QuarkusTest
@TestProfile(Observed.class)
@WithTestResource(LanToaServices.class)
class ObservedTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern ASKED = Pattern.compile("\\b(?:lantoa|agroal|jvm|http_server)_\\w+");

    @Inject
    RecordedSpans spans;

    @Test
    void oneTraceGoesFromTheRequestThroughOutboxAndKafkaIntoTheConsumer() {
        var traceId = UUID.randomUUID().toString().replace("-", "");
        var id = admin().header("traceparent", "00-" + traceId + "-b7ad6b7169203331-01")
                .body(Map.of(
                        "name",
                        unique("Xã được theo dõi"),
                        "kind",
                        "COMMUNE",
                        "sector",
                        "STATE",
                        "placements",
                        List.of(Map.of("line", "ADMINISTRATIVE", "parent", root("ADMINISTRATIVE")))))
                .queryParam("unused", "Nông Thị Thơ")
                .post("/units")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");

        await().atMost(PATIENCE).until(() -> kinds(traceId).contains(SpanKind.CONSUMER));

        var server = one(traceId, SpanKind.SERVER);
        var sent = one(traceId, SpanKind.PRODUCER);
        var handled = one(traceId, SpanKind.CONSUMER);
        assertThat(server.getName()).isEqualTo("POST /units");
        assertThat(server.getParentSpanId()).isEqualTo("b7ad6b7169203331");
        assertThat(sent.getParentSpanId()).isEqualTo(server.getSpanId());
        assertThat(handled.getParentSpanId()).isEqualTo(sent.getSpanId());
        assertThat(spans.ofTrace(traceId).toString()).doesNotContain("Nông", "N%C3%B4ng");
        assertThat(query("SELECT trace_id FROM audit_entry WHERE entity_id = ?", UUID.fromString(id)))
                .isEqualTo(traceId);
    }

    @Test
    void linesAreJsonWithIdsAndWithoutAnythingOfAPerson() throws IOException {
        var random = ThreadLocalRandom.current();
        var name = "Nông Thị Kín " + random.nextLong(1_000_000);
        var number = "004" + random.nextLong(100_000_000L, 999_999_999L);
        var mail = "kin" + random.nextLong(1_000_000) + "@caobang.example";
        var token = "bearer" + random.nextLong(Long.MAX_VALUE);
        var person = Map.of("id", Ids.next(), "name", name, "identityNumber", number);
        var created = request();
        var failed = request();

        with(created).body(person).post("/persons").then().statusCode(201);
        with(request()).body(person).post("/persons").then().statusCode(409);
        with(request())
                .body(Map.of("name", name, "mail", mail))
                .post("/persons")
                .then()
                .statusCode(400);
        with(request())
                .body(Map.of("name", name, "birthDate", number))
                .post("/persons")
                .then()
                .statusCode(400);
        with(request())
                .body("{\"name\": \"" + name + "\", " + mail)
                .post("/persons")
                .then()
                .statusCode(400);
        with(failed)
                .queryParam("name", name + number + mail)
                .get("/failing")
                .then()
                .statusCode(500);
        with(request()).queryParam("q", name).get("/persons").then().header("X-Request-Id", equalTo(request));
        given().header("Authorization", "Bearer " + token)
                .header("X-Request-Id", mail)
                .get(BASE + "/units")
                .then()
                .statusCode(401);

        await().atMost(PATIENCE).until(() -> log().contains(request));
        await().atMost(PATIENCE).until(() -> log().lines().anyMatch(line -> line.contains("\"status\":\"401\"")));
        assertThat(log())
                .doesNotContain(name, number, mail, token)
                .contains(created, failed, "java.lang.IllegalStateException", "POST /persons 201");
        var lines = log().lines().map(ObservedTest::json).toList();
        assertThat(lines)
                .allSatisfy(line -> assertThat(
                                line.has("time") && line.has("level") && line.has("logger") && line.has("message"))
                        .isTrue());
        assertThat(lines).anySatisfy(line -> {
            assertThat(line.path("requestId").asText()).isEqualTo(created);
            assertThat(line.path("traceId").asText()).hasSize(32);
            assertThat(line.path("service").asText()).isEqualTo("units");
            assertThat(line.path("route").asText()).isEqualTo("/persons");
            assertThat(line.path("status").asText()).isEqualTo("201");
            assertThat(line.path("personId").asText()).hasSize(36);
        });
    }

    @Test
    void metricsCarryTheNamesOfTheDomain() {
        root("ADMINISTRATIVE");
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get("/q/metrics")
                        .then()
                        .statusCode(200)
                        .body(containsString("lantoa_outbox_rows"))
                        .body(containsString("lantoa_outbox_oldest_age_seconds"))
                        .body(containsString("lantoa_relay_lag_seconds"))
                        .body(containsString("lantoa_relay_batch_seconds_count"))
                        .body(containsString("lantoa_dead_letters_open"))
                        .body(containsString("lantoa_grants_replica_age_seconds"))
                        .body(containsString("lantoa_consumer_lag_events{"))
                        .body(containsString("lantoa_events_published_total{")));
    }

    @Test
    void whatAlertsAndDashboardAskOfAServiceIsThere() throws IOException {
        root("ADMINISTRATIVE");
        var asked = new TreeSet<String>();
        for (var file : List.of("alerts.yaml", "lantoa.json")) {
            ASKED.matcher(Files.readString(Path.of("../deploy/components/monitoring", file)))
                    .results()
                    .forEach(found -> asked.add(found.group()));
        }
        assertThat(asked).contains("agroal_awaiting_count", "lantoa_outbox_rows");
        asked.removeIf(name -> name.startsWith("lantoa_nominations") || name.startsWith("lantoa_clocks"));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                given().get("/q/metrics").asString().lines().map(line -> line.split("[{ ]")[0]))
                        .containsAll(asked));
    }

    @Test
    void readinessNamesEachPart() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.name", hasItems("database", "kafka", "relay", "grants-replica", "identity-provider"))
                .body("checks.find { it.name == 'identity-provider' }.data.state", equalTo("UP"))
                .body("checks.find { it.name == 'grants-replica' }.data.state", equalTo("ORIGINAL"));
        given().get("/q/health/live").then().statusCode(200);
    }

    private String request = "";

    private String request() {
        request = UUID.randomUUID().toString();
        return request;
    }

    private static io.restassured.specification.RequestSpecification with(String requestId) {
        return admin().header("X-Request-Id", requestId).contentType(ContentType.JSON);
    }

    private List<SpanKind> kinds(String traceId) {
        return spans.ofTrace(traceId).stream().map(SpanData::getKind).toList();
    }

    private SpanData one(String traceId, SpanKind kind) {
        return spans.ofTrace(traceId).stream()
                .filter(span -> span.getKind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static String log() throws IOException {
        return Files.readString(Path.of(Observed.LOG));
    }

    private static JsonNode json(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (IOException e) {
            throw new AssertionError("No JSON: " + line, e);
        }
    }
}
