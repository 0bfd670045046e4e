package vn.lantoa.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServiceTest {
    private record Answer(int status, String body) {}

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private HttpClient http;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        http = HttpClient.newHttpClient();
    }

    @AfterEach
    void stop() {
        http.close();
        server.stop(0);
    }

    @Test
    void whatIsNotYetKnownIsAskedAgain() {
        var calls = new AtomicInteger();
        var service = answering(
                request -> calls.incrementAndGet() < 3 ? new Answer(503, "{}") : new Answer(201, "{\"id\": \"x\"}"));

        service.create("admin", "/units", "key", Json.object().put("id", "x"));

        assertThat(calls).hasValue(3);
    }

    @Test
    void whatIsThereAlreadyIsLeftAsItIs() {
        var service = answering(request ->
                request.getRequestMethod().equals("POST") ? new Answer(409, "{}") : new Answer(200, "{\"id\": \"x\"}"));

        service.create("admin", "/units", "key", Json.object().put("id", "x"));

        assertThat(seen).containsExactly("POST /units", "GET /units/x");
    }

    @Test
    void aRefusalSaysWhoWantedWhat() {
        var service = answering(
                request -> new Answer(request.getRequestMethod().equals("POST") ? 422 : 404, "{\"title\": \"No\"}"));

        assertThatThrownBy(() ->
                        service.create("officer", "/units", "key", Json.object().put("id", "x")))
                .isInstanceOf(LoadFailure.class)
                .hasMessageContainingAll("/units", "officer", "422", "No");
    }

    @Test
    void anActNamesTheVersionJustRead() {
        var tag = new CopyOnWriteArrayList<String>();
        var service = answering(request -> {
            tag.addAll(request.getRequestHeaders().getOrDefault("If-Match", List.of()));
            return new Answer(200, "{\"version\": 7}");
        });

        service.act("leader", "/campaigns/x", "launch", "key", null);

        assertThat(tag).containsExactly("\"7\"");
    }

    private Service answering(Function<HttpExchange, Answer> answers) {
        server.createContext("/", request -> {
            seen.add(request.getRequestMethod() + " " + request.getRequestURI());
            reply(request, answers.apply(request));
        });
        return new Service(
                http, URI.create("http://127.0.0.1:" + server.getAddress().getPort()), user -> "token-of-" + user);
    }

    private static void reply(HttpExchange request, Answer answer) {
        try (request) {
            var body = answer.body().getBytes(StandardCharsets.UTF_8);
            request.sendResponseHeaders(answer.status(), body.length);
            request.getResponseBody().write(body);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
