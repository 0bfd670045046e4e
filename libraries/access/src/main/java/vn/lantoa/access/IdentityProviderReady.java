package vn.lantoa.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import vn.lantoa.observability.Remembered;

/**
 * Whether the keys of the identity provider can be had. Down only until they were there once: before, no token can be
 * judged; afterwards the keys are kept, and an outage of the provider is no reason to turn anybody away.
 */
@Readiness
@ApplicationScoped
class IdentityProviderReady implements HealthCheck {
    private static final Duration AGE = Duration.ofSeconds(15);
    private static final int PATIENCE_MILLIS = 2_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Remembered<Boolean> reachable;
    private volatile boolean everReached;

    @Inject
    IdentityProviderReady(@ConfigProperty(name = "quarkus.oidc.auth-server-url") String issuer) {
        this(issuer, AGE);
    }

    IdentityProviderReady(String issuer, Duration age) {
        var metadata = URI.create((issuer.endsWith("/") ? issuer : issuer + "/") + ".well-known/openid-configuration");
        this.reachable = new Remembered<>(age, () -> hasKeys(metadata));
    }

    @Override
    public HealthCheckResponse call() {
        boolean now = reachable.get();
        everReached |= now;
        return HealthCheckResponse.named("identity-provider")
                .status(everReached)
                .withData("state", now ? "UP" : everReached ? "DOWN_KEYS_KEPT" : "NEVER_REACHED")
                .build();
    }

    private static boolean hasKeys(URI metadata) {
        try {
            var keys = JSON.readTree(read(metadata)).path("jwks_uri").asText("");
            return !keys.isEmpty()
                    && !JSON.readTree(read(URI.create(keys))).path("keys").isEmpty();
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] read(URI address) throws IOException {
        var connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setConnectTimeout(PATIENCE_MILLIS);
        connection.setReadTimeout(PATIENCE_MILLIS);
        try (var body = connection.getInputStream()) {
            return body.readNBytes(1_000_000);
        } finally {
            connection.disconnect();
        }
    }
}
