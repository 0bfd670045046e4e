package vn.lantoa.platform.rollout;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import vn.lantoa.testsupport.LocalIdentity;

/**
 * The identity provider as services reach it inside a cluster: by TLS, at another address than the issuer's, which only
 * clients use. Its description says so, as Keycloak's does with a dynamic back channel.
 */
final class TlsIdentity implements AutoCloseable {
    private final LocalIdentity behind = LocalIdentity.start();
    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpsServer server;

    TlsIdentity(Certificates certificates) throws IOException, GeneralSecurityException {
        server = HttpsServer.create(new InetSocketAddress("localhost", 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificates.server()));
        server.createContext("/", this::pass);
        server.start();
    }

    String url() {
        return "https://localhost:" + server.getAddress().getPort() + "/lantoa";
    }

    String issuer() {
        return behind.issuer();
    }

    String token(String subject) {
        return behind.token(subject);
    }

    @Override
    public void close() {
        server.stop(0);
        http.close();
        behind.close();
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            var base = behind.issuer().replace("/lantoa", "");
            var request = HttpRequest.newBuilder(
                            URI.create(base + exchange.getRequestURI().getPath()))
                    .build();
            var answer = http.send(request, BodyHandlers.ofString());
            var body = answer.body()
                    .replace("\"jwks_uri\" : \"" + behind.issuer(), "\"jwks_uri\" : \"" + url())
                    .replace("\"jwks_uri\":\"" + behind.issuer(), "\"jwks_uri\":\"" + url())
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.statusCode(), body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
