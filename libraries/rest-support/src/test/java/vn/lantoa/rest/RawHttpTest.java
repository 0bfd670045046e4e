package vn.lantoa.rest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no client library would send: the bytes themselves. */
@QuarkusTest
@WithTestResource(SampleServices.class)
class RawHttpTest {
    private static final String SAMPLES = "/api/samples/v1/samples";

    /** One connection, whatever comes back until it is closed. */
    private static String answer(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(15_000);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            var all = new ByteArrayOutputStream();
            try {
                socket.getInputStream().transferTo(all);
            } catch (SocketException reset) {
                // closed with bytes of ours unread: what came before counts
            }
            return all.toString(ISO_8859_1);
        }
    }

    private static String post(String headers, String body) {
        return "POST " + SAMPLES + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + headers
                + "\r\n" + body;
    }

    private static final String HIDDEN =
            "GET " + SAMPLES + "/hidden HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    /** A proxy that takes one length for the right one and a service that takes the other would see two requests here. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 4\r\nContent-Length: 5\r\n",
                "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n",
                "Content-Length: +4\r\n",
                "Content-Length: 0x4\r\n",
                "Content-Length: 4, 5\r\n",
                "Content-Length: -1\r\n",
                "Content-Length : 4\r\n",
                "Transfer-Encoding : chunked\r\n",
                "Transfer-Encoding: chunked, identity\r\n",
                "X: 1\r\n Content-Length: 4\r\nTransfer-Encoding:\u000bchunked\r\n",
            })
    void whatTwoServersCouldReadInTwoWaysIsRefused(String lengths) throws IOException {
        var answered = answer(post(lengths, "0\r\n\r\n" + HIDDEN));

        assertThat(answered).doesNotContain("HTTP/1.1 2").doesNotContain("HTTP/1.1 5");
        // the second request was never one
        assertThat(answered.split("HTTP/1\\.[01] \\d", -1)).hasSizeLessThanOrEqualTo(2);
        assertThat(answered).doesNotContain("/hidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "TRACK", "CONNECT", "PROPFIND", "DEBUG", "GE\u0001T", "get"})
    void methodsThatThereAreNotAreRefused(String method) throws IOException {
        var answered = answer(method + " " + SAMPLES + " HTTP/1.1\r\nHost: localhost\r\nSecret: echo\r\n"
                + "Connection: close\r\n\r\n");

        assertThat(answered).matches("(?s)(HTTP/1\\.[01] 4\\d\\d .*)?").doesNotContain("echo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Request-Id: a\u0000b\r\n",
                "X-Request-Id: a\rSet-Cookie: x=1\r\n",
                "Accept-Language: vi\u0000\r\n",
                "Idempotency-Key: a\u0001b\r\n",
                "If-Match: \"\u007f\"\r\n",
                "Bad\u0000Name: x\r\n",
                "Bad Name: x\r\n",
                ": x\r\n",
                "traceparent: 00-\u00ff\r\n",
                "Cookie: x=1\r\n",
            })
    void aHeaderIsNeverGivenBackInAnother(String header) throws IOException {
        var answered = answer(
                "GET " + SAMPLES + "?limit=1 HTTP/1.1\r\nHost: localhost\r\n" + header + "Connection: close\r\n\r\n");

        assertThat(answered)
                .matches("(?s)HTTP/1\\.[01] [24]\\d\\d .*")
                .doesNotContainIgnoringCase("set-cookie")
                .doesNotContain("\u0000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%0d%0aSet-Cookie:%20x=1",
                "?q=%0d%0aSet-Cookie:%20x=1",
                "?limit=1&q=%0aLocation:%20http://evil.example",
                "/..%2f..%2f..%2fetc%2fpasswd",
                "/%2e%2e/%2e%2e/%2e%2e/%2e%2e/q/health",
                "/../../../../../../etc/passwd",
                "/..;/..;/admin",
                "/%c0%ae%c0%ae/%c0%ae%c0%ae/etc/passwd",
                "//evil.example/",
                "/%00",
                "?x=%F0%28%8C%28",
            })
    void anAddressLeadsNowhereElse(String rest) throws IOException {
        var answered = answer("GET " + SAMPLES + rest + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answered)
                .matches("(?s)HTTP/1\\.1 [234]\\d\\d .*")
                .doesNotContain("root:")
                .doesNotContainIgnoringCase("\r\nset-cookie")
                .doesNotContainIgnoringCase("\r\nlocation: http://evil");
    }

    @Test
    void aHostThatIsNotOursIsInNoAddressWeGive() throws IOException {
        var answered = answer("GET " + SAMPLES + "?limit=1 HTTP/1.1\r\nHost: evil.example\r\n"
                + "X-Forwarded-Host: evil.example\r\nConnection: close\r\n\r\n");

        assertThat(answered).startsWith("HTTP/1.1 200").doesNotContain("evil.example");
    }

    @Test
    void headersAndAddressesHaveALength() throws IOException {
        assertThat(answer("GET " + SAMPLES + " HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(40_000) + "\r\n\r\n"))
                .matches("(?s)HTTP/1\\.[01] 431 .*");
        assertThat(answer("GET " + SAMPLES + "?q=" + "x".repeat(10_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                .matches("(?s)HTTP/1\\.[01] 414 .*");
    }

    @Test
    void manyIdleConnectionsLeaveRoomForOthers() throws IOException {
        var idle = new java.util.ArrayList<Socket>();
        try {
            for (int i = 0; i < 300; i++) {
                var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
                socket.getOutputStream().write("GET / HTTP/1.1\r\nX-Slow: ".getBytes(ISO_8859_1));
                idle.add(socket);
            }
            assertThat(answer("GET " + SAMPLES + "?limit=1 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 200");
        } finally {
            for (var socket : idle) {
                socket.close();
            }
        }
    }

    /** What stands under one beginning of a path is not to be reached by another. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/samples/v1/../../../q/health",
                "/api/samples/v1/%2e%2e/%2E%2E/%2e./q/health",
                "/api/samples/v1/.%2e/x",
                "/api/samples/v1/./samples",
                "/api/samples/v1/samples/..",
                "/api/samples/v1/samples/%2e%2e?q=1",
            })
    void aPathDoesNotLeadElsewhere(String path) throws IOException {
        assertThat(answer("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("urn:lantoa:problem:malformed-address");
    }

    @Test
    void dotsThatLeadNowhereArePartOfAPath() throws IOException {
        assertThat(answer("GET /q/health?of=/../x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
        assertThat(answer("GET /api/samples/v1/a...b/..x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 404");
    }
}
