package vn.lantoa.rest;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Ends the connection of a client whose body is not all here in time: who sends a byte now and then holds nothing for long.
 * A connection on which nothing moves at all is ended by {@code quarkus.http.idle-timeout}.
 */
@Singleton
class SlowBodies {
    private static final Set<String> MAY_HAVE_BODY = Set.of("POST", "PUT", "PATCH");
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
        if (!mayComeLate(request)) {
            return;
        }
        var patience = limit.isFile(request.path()) ? file : usual;
        long timer = context.vertx().setTimer(patience.toMillis(), late -> {
            if (!request.isEnded() && context.get(ARRIVED) == null) {
                end(request);
            }
        });
        // an answer that came early, such as 401, does not end the body that still comes by drops
        context.addEndHandler(end -> {
            if (request.isEnded()) {
                context.vertx().cancelTimer(timer);
            }
        });
    }

    /** Over HTTP/2 a body has no length unless its sender gives one, and only its end tells whether there is any. */
    private static boolean mayComeLate(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            return MAY_HAVE_BODY.contains(request.method().name());
        }
        var length = request.getHeader("Content-Length");
        return request.getHeader("Transfer-Encoding") != null
                || (length != null && !length.strip().equals("0"));
    }

    /** Over HTTP/2 other requests go on. */
    private static void end(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
        } else {
            request.connection().close();
        }
    }

    /** The body is here; what follows may take as long as it needs. */
    static void arrived(RoutingContext context) {
        context.put(ARRIVED, true);
    }
}
