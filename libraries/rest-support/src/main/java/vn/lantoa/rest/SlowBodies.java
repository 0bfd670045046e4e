package vn.lantoa.rest;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Ends the connection of a client whose body is not all here in time: who sends a byte now and then holds nothing for long.
 * A connection on which nothing moves at all is ended by {@code quarkus.http.idle-timeout}.
 */
@Singleton
class SlowBodies {
    private static final String ARRIVED = "lantoa.body-arrived";

    private final BodyLimit limit;
    private final Duration usual;
    private final Duration file;

    SlowBodies(
            BodyLimit limit,
            @ConfigProperty(name = "lantoa.http.body-within", defaultValue = "30s") Duration usual,
            @ConfigProperty(name = "lantoa.http.file-within", defaultValue = "15m") Duration file) {
        this.limit = limit;
        this.usual = usual;
        this.file = file;
    }

    void watch(RoutingContext context) {
        var request = context.request();
        if (request.getHeader("Content-Length") == null && request.getHeader("Transfer-Encoding") == null) {
            return;
        }
        var patience = limit.isFile(request.path()) ? file : usual;
        long timer = context.vertx().setTimer(patience.toMillis(), late -> {
            if (!request.isEnded() && context.get(ARRIVED) == null) {
                request.connection().close();
            }
        });
        context.addEndHandler(end -> context.vertx().cancelTimer(timer));
    }

    /** The body is here; what follows may take as long as it needs. */
    static void arrived(RoutingContext context) {
        context.put(ARRIVED, true);
    }
}
