package vn.lantoa.rest;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.StreamResetException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lantoa.testsupport.Tokens;

/** Limits and headers of whatever is answered. This application admits 200 requests at once of an account, 50 failures. */
@QuarkusTest
@WithTestResource(SampleServices.class)
class EdgeTest {
    private static final String SAMPLES = "/api/samples/v1/samples";

    private static ValidatableResponse guarded(ValidatableResponse answer) {
        return answer.header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Content-Security-Policy", org.hamcrest.Matchers.containsString("default-src 'none'"))
                .header("Server", nullValue())
                .header("X-Powered-By", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SAMPLES,
                SAMPLES + "/broken",
                SAMPLES + "/mine",
                SAMPLES + "/guarded",
                SAMPLES + "/no-id",
                "/elsewhere",
                "/api/samples/v1/public/samples",
                "/api/samples/v1/openapi",
                "/q/health",
            })
    void everyAnswerIsGuarded(String address) {
        guarded(given().header("X-Forwarded-For", "203.0.113.50").get(address).then());
    }

    @Test
    void whatWasGivenToATokenIsKeptByNoCache() {
        given().auth()
                .oauth2(Tokens.of("anna"))
                .get(SAMPLES + "/mine")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store");
        given().auth()
                .oauth2("rubbish")
                .get(SAMPLES + "/mine")
                .then()
                .statusCode(401)
                .header("Cache-Control", "no-store");
    }

    @Test
    void tlsIsInsistedOnOverTlsOnly() {
        given().header("X-Forwarded-Proto", "https")
                .get(SAMPLES)
                .then()
                .header("Strict-Transport-Security", "max-age=31536000");
        given().get(SAMPLES).then().header("Strict-Transport-Security", nullValue());
    }

    @Test
    void anAccountThatAsksTooOftenWaitsAndOthersDoNot() {
        var answers = IntStream.range(0, 210)
                .mapToObj(i -> given().auth().oauth2(Tokens.of("hasty")).get(SAMPLES + "/guarded"))
                .toList();

        assertThat(answers.getFirst().statusCode()).isEqualTo(403);
        refused(answers.getLast());
        given().auth()
                .oauth2(Tokens.of("calm"))
                .get(SAMPLES + "/guarded")
                .then()
                .statusCode(403);
    }

    @Test
    void whoFailsTooOftenIsToldToWaitAndAValidTokenFromTheSameAddressIsNot() {
        var last = IntStream.range(0, 60)
                .mapToObj(i -> given().header("X-Forwarded-For", "203.0.113.60")
                        .auth()
                        .oauth2("guess-" + i)
                        .get(SAMPLES + "/mine"))
                .toList()
                .getLast();

        refused(last);
        given().header("X-Forwarded-For", "203.0.113.60")
                .auth()
                .oauth2(Tokens.of("colleague"))
                .get(SAMPLES + "/mine")
                .then()
                .statusCode(200);
        given().header("X-Forwarded-For", "203.0.113.61")
                .get(SAMPLES + "/mine")
                .then()
                .statusCode(401);
    }

    private static void refused(Response answer) {
        guarded(answer.then())
                .statusCode(429)
                .contentType(ProblemJson.TYPE)
                .body("type", endsWith(":too-many-requests"));
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
    }

    @Test
    void onlyNamedOriginsMayCall() {
        given().header("Origin", "https://app.lantoa.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,if-match,idempotency-key")
                .options(SAMPLES)
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "https://app.lantoa.example")
                .header("Access-Control-Allow-Credentials", equalTo("false"));
        for (var origin : new String[] {
            "https://app.lantoa.example.evil.example", "https://evil.example", "null", "http://app.lantoa.example"
        }) {
            given().header("Origin", origin)
                    .header("Access-Control-Request-Method", "POST")
                    .options(SAMPLES)
                    .then()
                    .header("Access-Control-Allow-Origin", nullValue());
            given().header("Origin", origin).get(SAMPLES).then().header("Access-Control-Allow-Origin", nullValue());
        }
    }

    /** Two seconds is what this application waits for a body. */
    @Test
    void aBodyThatComesByDropsIsNotWaitedFor() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(300);
            var out = socket.getOutputStream();
            out.write(("POST " + SAMPLES + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                            + "Content-Length: 1000\r\n\r\n{")
                    .getBytes(US_ASCII));
            assertThat(dropsUntilClosed(socket)).isLessThan(100);
        }
    }

    /** Who was refused before the body was there holds no connection by sending it slowly. */
    @Test
    void norAfterAnAnswerThatCameEarly() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(300);
            socket.getOutputStream().write(refused("Content-Length: 1000\r\n\r\n{"));
            assertThat(answered(socket)).startsWith("HTTP/1.1 404");
            assertThat(dropsUntilClosed(socket)).isLessThan(100);
        }
    }

    @Test
    void whoeverSentAllOfItKeepsTheConnection() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(300);
            socket.getOutputStream().write(refused("Content-Length: 2\r\n\r\n{}"));
            assertThat(answered(socket)).startsWith("HTTP/1.1 404");
            for (int waited = 0; waited < 3_000; waited += 300) {
                assertThat(answered(socket)).isEmpty();
            }
            socket.getOutputStream()
                    .write(("GET " + SAMPLES + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(US_ASCII));
            assertThat(answered(socket)).startsWith("HTTP/1.1 200");
        }
    }

    private static byte[] refused(String lengthAndBody) {
        return ("POST /api/samples/v1/nothing HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + lengthAndBody)
                .getBytes(US_ASCII);
    }

    /** What comes until nothing more does. */
    private static String answered(Socket socket) throws IOException {
        var text = new StringBuilder();
        try {
            int read;
            while ((read = socket.getInputStream().read()) >= 0) {
                text.append((char) read);
            }
            throw new java.io.EOFException(text.toString());
        } catch (java.net.SocketTimeoutException nothingMore) {
            return text.toString();
        }
    }

    /** There a body needs no length, and other requests of the connection go on. */
    @Test
    void norOneOfUndeclaredLengthOverHttp2() {
        var vertx = Vertx.vertx();
        var client = vertx.createHttpClient(
                new HttpClientOptions().setProtocolVersion(HttpVersion.HTTP_2).setHttp2ClearTextUpgrade(false));
        try {
            var reset = new CompletableFuture<Throwable>();
            var request = client.request(HttpMethod.POST, RestAssured.port, "localhost", SAMPLES)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
            request.setChunked(true)
                    .putHeader("Content-Type", "application/json")
                    .exceptionHandler(reset::complete);
            request.response().onFailure(reset::complete);
            request.write("{");
            assertThat(reset.orTimeout(20, TimeUnit.SECONDS).join()).isInstanceOf(StreamResetException.class);
            var status = client.request(HttpMethod.GET, RestAssured.port, "localhost", SAMPLES)
                    .compose(HttpClientRequest::send)
                    .map(HttpClientResponse::statusCode);
            assertThat(status.toCompletionStage().toCompletableFuture().join()).isEqualTo(200);
        } finally {
            client.close();
            vertx.close();
        }
    }

    private static int dropsUntilClosed(Socket socket) {
        var drops = new AtomicInteger();
        try {
            while (drops.incrementAndGet() < 100) {
                socket.getOutputStream().write(' ');
                try {
                    if (socket.getInputStream().read() < 0) {
                        break;
                    }
                } catch (java.net.SocketTimeoutException nothingYet) {
                    continue;
                }
            }
        } catch (IOException closed) {
            return drops.get();
        }
        return drops.get();
    }
}
