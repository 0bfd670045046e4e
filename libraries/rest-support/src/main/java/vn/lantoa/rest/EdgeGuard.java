package vn.lantoa.rest;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Refuses to start a service whose edge is set up so that anybody's page could call it, or anybody could say he is another. */
@Singleton
class EdgeGuard {
    private static final Logger LOG = Logger.getLogger(EdgeGuard.class);

    private final boolean origins;
    private final List<String> allowed;
    private final boolean forwarded;
    private final List<String> proxies;

    EdgeGuard(
            @ConfigProperty(name = "quarkus.http.cors.enabled", defaultValue = "false") boolean origins,
            @ConfigProperty(name = "quarkus.http.cors.origins") Optional<List<String>> allowed,
            @ConfigProperty(name = "quarkus.http.proxy.proxy-address-forwarding", defaultValue = "false")
                    boolean forwarded,
            @ConfigProperty(name = "quarkus.http.proxy.trusted-proxies") Optional<List<String>> proxies) {
        this.origins = origins;
        this.allowed = allowed.orElse(List.of());
        this.forwarded = forwarded;
        this.proxies = proxies.orElse(List.of());
    }

    void check(@Observes StartupEvent start) {
        var mistakes = mistakes(LaunchMode.current() == LaunchMode.NORMAL);
        if (!mistakes.isEmpty()) {
            LOG.errorf("The edge is not set up safely: %s", mistakes);
            throw new IllegalStateException("the edge is not set up safely: " + mistakes);
        }
    }

    /** What must be changed before this may face a network. */
    List<String> mistakes(boolean production) {
        var mistakes = new ArrayList<String>();
        if (origins) {
            if (allowed.isEmpty()) {
                mistakes.add("LANTOA_CORS is on and LANTOA_CORS_ORIGINS names no origin");
            }
            allowed.stream()
                    .filter(origin -> isPattern(origin) || production && !origin.startsWith("https://"))
                    .forEach(origin -> mistakes.add("LANTOA_CORS_ORIGINS: \"" + origin
                            + "\" is not one origin with https:// (patterns and * admit others too)"));
        }
        if (production && forwarded && proxies.isEmpty()) {
            mistakes.add(
                    "QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING is on and QUARKUS_HTTP_PROXY_TRUSTED_PROXIES names"
                            + " nobody who may say for whom he asks");
        }
        return mistakes;
    }

    private static boolean isPattern(String origin) {
        return origin.contains("*") || origin.startsWith("/");
    }
}
