package vn.lantoa.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.SharedServices;
import vn.lantoa.testsupport.Tokens;

@QuarkusTest
@WithTestResource(SampleServices.class)
class IdempotencyTest {
    private static final String SAMPLES = "/api/samples/v1/samples";

    @Inject
    SampleGate gate;

    @Inject
    IdempotencyKeys keys;

    private static Response post(String key, String body) {
        return given().contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post(SAMPLES);
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    private static int rows(String sql, String parameter) throws SQLException {
        try (var connection = SharedServices.superuser("samples").getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private static void inDatabase(String sql, String parameter) throws SQLException {
        try (var connection = SharedServices.superuser("samples").getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            statement.executeUpdate();
        }
    }

    @Test
    void aRepetitionGetsTheVerySameAnswer() throws SQLException {
        var key = newKey();
        var name = "once " + key;
        var first = post(key, "{\"name\":\"" + name + "\",\"note\":\"é\",\"rank\":3}");
        var second = post(key, "{\"rank\":3,  \"note\":\"e\u0301\",\"name\":\"" + name + "\"}");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag")).isNotNull();
        assertThat(second.contentType()).isEqualTo(first.contentType());
        assertThat(rows("SELECT count(*) FROM sample WHERE name = ?", name)).isEqualTo(1);
    }

    @Test
    void anActWithoutABodyIsRepeatedToo() {
        var path = SAMPLES + "/" + UUID.randomUUID() + "/close";
        var key = newKey();
        var first = given().header("Idempotency-Key", key)
                .header("If-Match", "\"4\"")
                .post(path);
        var second = given().header("Idempotency-Key", key)
                .header("If-Match", "\"4\"")
                .post(path);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(second.header("ETag")).isEqualTo("\"5\"");
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        var key = newKey();
        post(key, "{\"name\":\"one " + key + "\"}").then().statusCode(201);
        post(key, "{\"name\":\"two " + key + "\"}")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:lantoa:problem:idempotency-key-reused"));
    }

    @Test
    void keysOfDifferentClientsAndOperationsNeverMeet() {
        var key = newKey();
        post(key, "{\"name\":\"anonymous " + key + "\"}").then().statusCode(201);
        given().auth()
                .oauth2(Tokens.of("berta"))
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body("{\"name\":\"berta " + key + "\"}")
                .post(SAMPLES)
                .then()
                .statusCode(201);
        given().header("Idempotency-Key", key)
                .header("If-Match", "\"4\"")
                .post(SAMPLES + "/" + UUID.randomUUID() + "/close")
                .then()
                .statusCode(200);
    }

    @Test
    void aRefusalIsNotKept() throws SQLException {
        var key = newKey();
        post(key, "{\"name\":\"refused " + key + "\"}").then().statusCode(409);
        assertThat(rows("SELECT count(*) FROM idempotency_key WHERE key = ?", key))
                .isZero();
        post(key, "{\"name\":\"accepted " + key + "\"}").then().statusCode(201);
    }

    @Test
    void aFailureAtTheCommitKeepsNothing() throws SQLException {
        var taken = "taken " + newKey();
        post(newKey(), "{\"name\":\"" + taken + "\"}").then().statusCode(201);
        var key = newKey();
        post(key, "{\"name\":\"" + taken + "\"}").then().statusCode(409);
        assertThat(rows("SELECT count(*) FROM idempotency_key WHERE key = ?", key))
                .isZero();
    }

    @Test
    void aTwinWaitsTwoSecondsAndIsThenTurnedAway() throws Exception {
        var key = newKey();
        var body = "{\"name\":\"slow " + key + "\"}";
        var first = CompletableFuture.supplyAsync(() -> post(key, body));
        assertThat(gate.reached.await(10, TimeUnit.SECONDS)).isTrue();
        long before = System.nanoTime();
        post(key, body)
                .then()
                .statusCode(409)
                .header("Retry-After", "2")
                .body("type", equalTo("urn:lantoa:problem:request-in-progress"));
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before)).isBetween(1900L, 6000L);

        var patient = CompletableFuture.supplyAsync(() -> post(key, body));
        gate.open.countDown();
        assertThat(first.get().statusCode()).isEqualTo(201);
        assertThat(patient.get().asByteArray()).isEqualTo(first.get().asByteArray());
        assertThat(rows("SELECT count(*) FROM sample WHERE name = ?", "slow " + key))
                .isEqualTo(1);
    }

    @Test
    void anExpiredKeyIsAsGoodAsNew() throws SQLException {
        var key = newKey();
        post(key, "{\"name\":\"old " + key + "\"}").then().statusCode(201);
        inDatabase(
                "UPDATE idempotency_key SET created_at = created_at - interval '2 days',"
                        + " expires_at = expires_at - interval '2 days' WHERE key = ?",
                key);
        post(key, "{\"name\":\"new " + key + "\"}").then().statusCode(201);
    }

    @Test
    void thePurgeForgetsExpiredKeysOnly() throws SQLException {
        var old = newKey();
        var fresh = newKey();
        post(old, "{\"name\":\"" + old + "\"}").then().statusCode(201);
        post(fresh, "{\"name\":\"" + fresh + "\"}").then().statusCode(201);
        inDatabase(
                "UPDATE idempotency_key SET created_at = created_at - interval '2 days',"
                        + " expires_at = expires_at - interval '2 days' WHERE key = ?",
                old);
        keys.purge(1000);
        assertThat(rows("SELECT count(*) FROM idempotency_key WHERE key = ?", old))
                .isZero();
        assertThat(rows("SELECT count(*) FROM idempotency_key WHERE key = ?", fresh))
                .isEqualTo(1);
    }

    @Test
    void nothingReadableIsStored() throws SQLException {
        var key = newKey();
        post(key, "{\"name\":\"personal " + key + "\"}").then().statusCode(201);
        assertThat(rows(
                        "SELECT count(*) FROM idempotency_key WHERE position('personal'::bytea in body) = 0 AND key = ?",
                        key))
                .isEqualTo(1);
    }

    @Test
    void anOddKeyIsRefused() {
        for (var odd : new String[] {"x".repeat(65), " ", "a\tb"}) {
            post(odd, "{\"name\":\"odd\"}")
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("Idempotency-Key"));
        }
    }
}
