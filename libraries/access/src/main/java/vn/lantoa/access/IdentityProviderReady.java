package vn.lantoa.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;
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
    private static final Logger LOG = Logger.getLogger(IdentityProviderReady.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Remembered<Boolean> reachable;
    private volatile boolean everReached;

    @Inject
    IdentityProviderReady(
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") String issuer,
            @ConfigProperty(name = "quarkus.oidc.tls.tls-configuration-name") Optional<String> trust,
            TlsConfigurationRegistry registry) {
        this(issuer, AGE, () -> trust.flatMap(registry::get));
    }

    IdentityProviderReady(String issuer, Duration age, Supplier<Optional<TlsConfiguration>> trust) {
        var metadata = URI.create((issuer.endsWith("/") ? issuer : issuer + "/") + ".well-known/openid-configuration");
        this.reachable = new Remembered<>(age, () -> hasKeys(metadata, trust.get()));
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

    private static boolean hasKeys(URI metadata, Optional<TlsConfiguration> trust) {
        try {
            var keys = JSON.readTree(read(metadata, trust)).path("jwks_uri").asText("");
            return !keys.isEmpty()
                    && !JSON.readTree(read(URI.create(keys), trust))
                            .path("keys")
                            .isEmpty();
        } catch (IOException | IllegalArgumentException e) {
            LOG.debug("The keys of the identity provider cannot be had now", e);
            return false;
        }
    }

    /** Trusts whom the reading of tokens trusts. */
    private static byte[] read(URI address, Optional<TlsConfiguration> trust) throws IOException {
        var connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setConnectTimeout(PATIENCE_MILLIS);
        connection.setReadTimeout(PATIENCE_MILLIS);
        if (connection instanceof HttpsURLConnection secure && trust.isPresent()) {
            secure.setSSLSocketFactory(context(trust.get()).getSocketFactory());
        }
        try (var body = connection.getInputStream()) {
            return body.readNBytes(1_000_000);
        } finally {
            connection.disconnect();
        }
    }

    private static SSLContext context(TlsConfiguration trust) throws IOException {
        try {
            return trust.createSSLContext();
        } catch (Exception e) {
            throw new IOException("The certificates of the identity provider cannot be read", e);
        }
    }
}
