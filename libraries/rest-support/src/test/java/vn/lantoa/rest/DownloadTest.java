package vn.lantoa.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** A file is whole, or its answer visibly is not. */
@QuarkusTest
@WithTestResource(SampleServices.class)
class DownloadTest {
    private static final int MORE_THAN_BUFFERS_HOLD = 1_000_000;

    @TestHTTPResource("/api/samples/v1/samples/file")
    URI file;

    @Test
    void aWholeFileEndsAsItShould() throws IOException {
        var answer = answer("?bytes=" + MORE_THAN_BUFFERS_HOLD);

        assertThat(answer).startsWith("HTTP/1.1 200 ").endsWith("\r\n0\r\n\r\n");
        assertThat(answer.chars().filter(c -> c == 'x').count()).isGreaterThanOrEqualTo(MORE_THAN_BUFFERS_HOLD);
    }

    /** Again and again: whether the end or the break goes out first must not be a matter of luck. */
    @RepeatedTest(20)
    void aFileThatBreaksOnItsWayBreaksTheConnection() throws IOException {
        var answer = answer("?bytes=" + MORE_THAN_BUFFERS_HOLD + "&breaksAfter=" + (MORE_THAN_BUFFERS_HOLD - 1));

        assertThat(answer).startsWith("HTTP/1.1 200 ").contains("xxx").doesNotEndWith("\r\n0\r\n\r\n");
        assertThat(answer).doesNotContain("the database went away");
    }

    @Test
    void aFileThatBreaksAtOnceIsAProblem() throws IOException {
        var answer = answer("?bytes=10&breaksAfter=5");

        assertThat(answer)
                .startsWith("HTTP/1.1 500 ")
                .contains("application/problem+json")
                .doesNotContain("the database went away");
    }

    /** Everything that comes until the other side closes. */
    private String answer(String query) throws IOException {
        try (var socket = new Socket(file.getHost(), file.getPort())) {
            socket.setSoTimeout(60_000);
            var request = "GET " + file.getPath() + query + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
