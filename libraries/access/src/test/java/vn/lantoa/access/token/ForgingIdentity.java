package vn.lantoa.access.token;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;

/** A provider whose keys a test may use as it likes, change and take away. It remembers what it was asked for. */
public final class ForgingIdentity implements QuarkusTestResourceLifecycleManager {
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server = server(0);
    private RsaJsonWebKey key = newKey("first");

    @Override
    public Map<String, String> start() {
        return Map.of("quarkus.oidc.auth-server-url", issuer(), "quarkus.oidc.token.forced-jwk-refresh-interval", "0S");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, field -> field.getType().equals(ForgingIdentity.class));
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    String issuer() {
        return "http://localhost:" + server.getAddress().getPort() + "/lantoa";
    }

    RsaJsonWebKey key() {
        return key;
    }

    /** Paths that somebody asked this provider for. */
    List<String> asked() {
        return asked;
    }

    /** From now on another key signs, and only that one is published. */
    void rotate(String id) {
        key = newKey(id);
    }

    void goAway() {
        server.stop(0);
    }

    void comeBack() {
        server = server(server.getAddress().getPort());
    }

    static RsaJsonWebKey newKey(String id) {
        try {
            var made = RsaJwkGenerator.generateJwk(2048);
            made.setKeyId(id);
            made.setUse("sig");
            made.setAlgorithm("RS256");
            return made;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpServer server(int port) {
        try {
            var made = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), port), 0);
            made.createContext("/", this::answer);
            made.start();
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            asked.add(path);
            var body = switch (path) {
                case "/lantoa/.well-known/openid-configuration" ->
                    "{\"issuer\":\"%1$s\",\"jwks_uri\":\"%1$s/jwks\",\"token_endpoint\":\"%1$s/token\",\"introspection_endpoint\":\"%1$s/introspect\"}"
                            .formatted(issuer());
                case "/lantoa/jwks" -> new JsonWebKeySet(key).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
                default -> "{\"active\":true,\"sub\":\"anybody\"}";
            };
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
