package vn.lantoa.access.token;

import io.quarkus.runtime.LaunchMode;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What kind of installation this is. A built service is in production unless {@code lantoa.installation} says {@code local},
 * which only {@code ./lantoa} and tests do; tests inside the build and development are never in production.
 */
@ApplicationScoped
class Installation {
    static final String LOCAL = "local";
    static final String PRODUCTION = "production";

    private final String kind;

    Installation(@ConfigProperty(name = "lantoa.installation", defaultValue = PRODUCTION) String kind) {
        this.kind = kind;
    }

    boolean isBuilt() {
        return LaunchMode.current() == LaunchMode.NORMAL;
    }

    boolean isProduction() {
        return isBuilt() && !kind.equals(LOCAL);
    }

    String kind() {
        return kind;
    }
}
