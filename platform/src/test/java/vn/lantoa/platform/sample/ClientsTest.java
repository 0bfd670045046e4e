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
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.client.units.api.UnitsApi;
import vn.lantoa.client.units.model.RegisterUnit;

class ClientsTest {
    private static final UUID ID = UnitEntry.id("x");

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
        var units = answering(request -> calls.incrementAndGet() < 3 ? new Answer(503, "{}") : new Answer(201, "{}"));

        create(units);

        assertThat(calls).hasValue(3);
    }

    @Test
    void rightsUnderWayAreWaitedFor() {
        var calls = new AtomicInteger();
        var units = answering(request -> calls.incrementAndGet() < 2 ? new Answer(403, "{}") : new Answer(201, "{}"));

        create(units);

        assertThat(calls).hasValue(2);
    }

    @Test
    void whatIsThereAlreadyIsLeftAsItIs() {
        var units = answering(
                request -> request.getRequestMethod().equals("POST") ? new Answer(409, "{}") : new Answer(200, "{}"));

        create(units);

        assertThat(seen).containsExactly("POST /api/units/v1/units", "GET /api/units/v1/units/" + ID);
    }

    @Test
    void aRefusalSaysWhoWantedWhat() {
        var units = answering(
                request -> new Answer(request.getRequestMethod().equals("POST") ? 422 : 404, "{\"title\": \"No\"}"));

        assertThatThrownBy(() -> create(units))
                .isInstanceOf(LoadFailure.class)
                .hasMessageContainingAll("/units", "officer", "422", "No");
    }

    private static void create(UnitsApi units) {
        Clients.create(
                "officer",
                () -> units.registerUnit(
                        new RegisterUnit().id(ID).name("X").kind("COMMUNE").sector("TERRITORY"), "key"),
                () -> Clients.found(() -> units.getUnit(ID, null, null)));
    }

    private UnitsApi answering(Function<HttpExchange, Answer> answers) {
        server.createContext("/", request -> {
            seen.add(request.getRequestMethod() + " " + request.getRequestURI());
            reply(request, answers.apply(request));
        });
        var base = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/units/v1");
        var clients = new Clients(http, new Endpoints(base, base, base, "issuer"), user -> "token-of-" + user);
        return new UnitsApi(clients.as("officer").units());
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
