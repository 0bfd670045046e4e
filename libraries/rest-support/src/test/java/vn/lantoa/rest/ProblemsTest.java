package vn.lantoa.rest;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lantoa.testsupport.Tokens;

@QuarkusTest
@WithTestResource(SampleServices.class)
class ProblemsTest {
    private static final String SAMPLES = "/api/samples/v1/samples";

    private static ValidatableResponse isProblem(ValidatableResponse response, int status, String code) {
        return response.statusCode(status)
                .contentType(ProblemJson.TYPE)
                .header("X-Request-Id", notNullValue())
                .body("type", equalTo("urn:lantoa:problem:" + code))
                .body("status", equalTo(status))
                .body("title", notNullValue())
                .body("detail", notNullValue())
                .body("requestId", notNullValue());
    }

    private static ValidatableResponse post(String body) {
        return given().contentType("application/json").body(body).post(SAMPLES).then();
    }

    private static RequestSpecification english() {
        return given().header("Accept-Language", "en-GB,en;q=0.8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"name\":\"x\",\"colour\":\"red\"}               | /colour | unknown-field",
                "{\"name\":\"x\",\"parts\":[{\"tint\":\"red\"}]}   | /parts/0/tint | unknown-field",
                "{\"name\":7}                                      | /name | wrong-type",
                "{\"name\":{\"a\":1}}                              | /name | wrong-type",
                "{\"name\":\"x\",\"rank\":1.5}                     | /rank | wrong-type",
                "{\"name\":\"x\",\"rank\":\"5\"}                   | /rank | wrong-type",
                "{\"name\":\"x\",\"rank\":99999999999}             | /rank | wrong-type",
                "{\"name\":\"x\",\"kind\":\"HUGE\"}                | /kind | unknown-value",
                "{\"name\":\"x\",\"id\":\"123\"}                   | /id | invalid-uuid",
                "{\"name\":\"x\",\"from\":\"2025-02-30\"}          | /from | invalid-date",
                "{\"name\":\"x\",\"from\":\"10000-01-01\"}         | /from | invalid-date",
                "{\"name\":\"x\",\"from\":[2025,1,1]}              | /from | wrong-type",
                "{\"name\":\"x\",\"from\":20250101}                | /from | wrong-type",
                "{\"name\":\"a\\u0000b\"}                          | /name | control-character",
                "{\"name\":\"x\",\"tags\":[\"a\",\"\\ud800\"]}     | /tags/1 | control-character",
                "{\"name\":\"a\\u202eb\"}                          | /name | control-character",
                "{\"name\":\"x\",\"name\":\"y\"}                   | /name | duplicate-field",
                "{\"note\":\"only\"}                               | /name | required",
                "{\"name\":\"  \"}                                 | /name | required",
                "{\"name\":\"x\",\"rank\":10}                      | /rank | too-large",
                "{\"name\":\"x\",\"parts\":[{\"label\":\"a\"},{}]} | /parts/1/label | required",
                "{\"name\":\"x\",\"tags\":[\"a\",\" \"]}           | /tags/1 | required",
                "{\"name\":\"x\",\"contact\":\"A1\"}               | /contact | email",
                "null                                              | `` | required",
            })
    void aWrongBodyIsRefusedAtItsPlace(String body, String pointer, String code) {
        isProblem(post(body), 400, "invalid-request")
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code))
                .body("errors[0].detail", not(equalTo(code)));
    }

    @Test
    void anEmptyBodyIsMissing() {
        isProblem(given().contentType("application/json").post(SAMPLES).then(), 400, "invalid-request")
                .body("errors[0].code", equalTo("required"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"{\"name\":", "{name:1}", "{\"name\":\"x\"} {}", "[", "{\"name\":\"x\\q\"}"})
    void aBodyThatIsNoJsonIsRefused(String body) {
        post(body).statusCode(400).contentType(ProblemJson.TYPE);
    }

    @Test
    void aDeepBodyIsRefused() {
        var deep = given().contentType(MergePatch.TYPE).body("{\"parts\":" + "[".repeat(1000));
        isProblem(deep.patch(SAMPLES + "/" + UUID.randomUUID()).then(), 400, "invalid-request")
                .body("errors[0].code", equalTo("json-limits"));
    }

    @Test
    void aNumberOfManyDigitsIsRefused() {
        isProblem(post("{\"rank\":" + "9".repeat(10_000) + "}"), 400, "invalid-request");
    }

    @Test
    void everyWrongFieldIsNamed() {
        isProblem(post("{\"name\":\"\",\"rank\":77}"), 400, "invalid-request")
                .body("errors.pointer", hasItem("/name"))
                .body("errors.pointer", hasItem("/rank"));
    }

    @Test
    void textsAreInTheLanguageOfTheCaller() {
        given().get("/api/samples/v1/nowhere")
                .then()
                .body("title", equalTo("Không tìm thấy"))
                .header("Content-Language", "vi");
        english().get("/api/samples/v1/nowhere").then().body("title", equalTo("Not found"));
        given().header("Accept-Language", "fr;;;,=")
                .get("/api/samples/v1/nowhere")
                .then()
                .body("title", equalTo("Không tìm thấy"));
    }

    @Test
    void wrongParametersAreNamed() {
        isProblem(given().get(SAMPLES + "/123").then(), 400, "invalid-request")
                .body("errors[0].pointer", equalTo("{id}"))
                .body("errors[0].code", equalTo("invalid-uuid"));
        isProblem(
                        given().get(SAMPLES + "/" + UUID.randomUUID() + "?asOf=2025-13-01")
                                .then(),
                        400,
                        "invalid-request")
                .body("errors[0].pointer", equalTo("?asOf"));
        isProblem(given().get(SAMPLES + "?limit=201").then(), 400, "invalid-request")
                .body("errors[0].pointer", equalTo("?limit"))
                .body("errors[0].code", equalTo("too-large"));
        isProblem(given().get(SAMPLES + "?limit=many").then(), 400, "invalid-request")
                .body("errors[0].pointer", equalTo("?limit"));
        isProblem(given().get(SAMPLES + "?kind=HUGE").then(), 400, "invalid-request")
                .body("errors[0].pointer", equalTo("?kind"));
        isProblem(given().urlEncodingEnabled(false).get(SAMPLES + "?q=%00").then(), 400, "invalid-request")
                .body("errors[0].pointer", equalTo("?q"));
        isProblem(given().get(SAMPLES + "?cursor=abc*").then(), 422, "invalid-cursor");
    }

    @Test
    void whatHttpRefusesIsAProblemToo() {
        isProblem(given().get("/api/samples/v1/nowhere").then(), 404, "not-found");
        isProblem(given().get("/elsewhere").then(), 404, "not-found").body("instance", equalTo("/elsewhere"));
        isProblem(given().delete(SAMPLES).then(), 405, "method-not-allowed")
                .header("Allow", "GET, HEAD, OPTIONS, POST");
        isProblem(given().delete(SAMPLES + "/x/close").then(), 405, "method-not-allowed")
                .header("Allow", "OPTIONS, POST");
        isProblem(given().accept("text/csv").get(SAMPLES).then(), 406, "not-acceptable");
        isProblem(given().contentType("text/xml").body("<a/>").post(SAMPLES).then(), 415, "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?q=%zz", "?q=100%", "?%=1", "/%zz", "/%e", "/%e1%ba%", "/close%", "?q=a|b", "?q={a}"})
    void anAddressThatIsNoUriIsAProblem(String rest) throws IOException {
        assertThat(raw("GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".formatted(SAMPLES + rest)))
                .startsWith("HTTP/1.1 400")
                .containsIgnoringCase("content-type: " + ProblemJson.TYPE)
                .contains("urn:lantoa:problem:malformed-address");
    }

    @Test
    void aRequestWithoutHostIsNoFaultOfTheService() throws IOException {
        assertThat(raw("GET " + SAMPLES + "?limit=1 HTTP/1.0\r\n\r\n"))
                .startsWith("HTTP/1.0 ")
                .doesNotStartWith("HTTP/1.0 5");
    }

    private static String raw(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    @Test
    void aBodyBeyondTheLimitIsRefusedHoweverItIsSent() throws Exception {
        isProblem(post("{\"name\":\"" + "x".repeat(1_100_000) + "\"}"), 413, "body-too-large");
        var endless = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + SAMPLES))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(" ".repeat(3_000_000).getBytes(UTF_8))))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(endless, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("urn:lantoa:problem:body-too-large");
        }
    }

    @Test
    void theDatabaseSpeaksByNamesOfConstraints() {
        var name = "name " + UUID.randomUUID();
        var id = Ids.next();
        post("{\"id\":\"" + id + "\",\"name\":\"" + name + "\"}").statusCode(201);
        isProblem(post("{\"id\":\"" + id + "\",\"name\":\"other\"}"), 409, "id-taken");
        // a deferred constraint speaks at the commit, behind the resource
        isProblem(post("{\"name\":\"" + name + "\"}"), 409, "sample-name-taken")
                .body("errors[0].pointer", equalTo("/name"));
        isProblem(post("{\"name\":\"forbidden\"}"), 422, "sample-name-forbidden");
        isProblem(
                post("{\"name\":\"reversed\",\"from\":\"2025-02-01\",\"to\":\"2025-01-01\"}"), 422, "period-reversed");
        isProblem(post("{\"name\":\"v4\",\"id\":\"" + UUID.randomUUID() + "\"}"), 422, "id-not-uuidv7")
                .body("errors[0].pointer", equalTo("/id"));
    }

    @Test
    void refusalsOfTheDomainCarryTheirArguments() {
        isProblem(
                        english()
                                .contentType("application/json")
                                .body("{\"name\":\"refused it\"}")
                                .post(SAMPLES)
                                .then(),
                        409,
                        "sample-closed")
                .body("detail", equalTo("Sample refused it has been closed since 2025."));
        isProblem(given().get(SAMPLES + "/late").then(), 503, "not-yet-known").header("Retry-After", "2");
        var close = SAMPLES + "/" + UUID.randomUUID() + "/close";
        isProblem(given().post(close).then(), 428, "if-match-required");
        isProblem(given().header("If-Match", "\"3\"").post(close).then(), 412, "stale-version");
    }

    @Test
    void nothingInternalLeaks() {
        isProblem(given().get(SAMPLES + "/broken").then(), 500, "internal-error")
                .body("detail", not(containsString("secret")))
                .body("errors", nullValue());
        isProblem(given().get(SAMPLES + "/unmapped").then(), 500, "internal-error");
    }

    @Test
    void theRequestIdOfTheClientIsKept() {
        var id = UUID.randomUUID().toString();
        given().header("X-Request-Id", id)
                .get(SAMPLES + "/broken")
                .then()
                .header("X-Request-Id", id)
                .body("requestId", equalTo(id));
    }

    @Test
    void whoIsNotKnownOrNotAllowedGetsAProblem() {
        isProblem(given().get(SAMPLES + "/mine").then(), 401, "unauthenticated")
                .header("WWW-Authenticate", containsString("Bearer"));
        isProblem(given().auth().oauth2("rubbish").get(SAMPLES + "/mine").then(), 401, "unauthenticated")
                .header("WWW-Authenticate", containsString("Bearer"));
        isProblem(given().auth().oauth2("rubbish").get(SAMPLES).then(), 401, "unauthenticated");
        given().auth().oauth2(Tokens.of("anna")).get(SAMPLES + "/mine").then().statusCode(200);
        isProblem(
                given().auth()
                        .oauth2(Tokens.of("anna"))
                        .get(SAMPLES + "/guarded")
                        .then(),
                403,
                "forbidden");
        isProblem(given().get(SAMPLES + "/guarded").then(), 401, "unauthenticated");
    }
}
