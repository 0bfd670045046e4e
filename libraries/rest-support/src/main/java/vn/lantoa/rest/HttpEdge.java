package vn.lantoa.rest;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What happens around the REST layer: request ids, oversize bodies, unknown paths, the alias of the contract. */
@Singleton
class HttpEdge {
    static final String REQUEST_ID = "lantoa.request-id";
    private static final int BEFORE_EVERYTHING = 1000;

    private final ProblemJson problems;
    private final long maxBody;

    HttpEdge(
            ProblemJson problems,
            @ConfigProperty(name = "lantoa.http.max-body", defaultValue = "1048576") long maxBody) {
        this.problems = problems;
        this.maxBody = maxBody;
    }

    void filters(@Observes Filters filters) {
        filters.register(this::begin, BEFORE_EVERYTHING);
    }

    void routes(@Observes Router router) {
        router.get(ServicePrefix.path("/openapi")).order(-1).handler(context -> context.reroute("/q/openapi"));
        router.route().last().handler(context -> answer(context, Problem.of("not-found", 404)));
    }

    private void begin(RoutingContext context) {
        // also after a reroute: the first id stays
        if (context.get(REQUEST_ID) == null) {
            var id = brought(context.request().getHeader("X-Request-Id"));
            context.put(REQUEST_ID, id);
            context.response().putHeader("X-Request-Id", id.toString());
        }
        if (declaredLength(context) > maxBody) {
            context.response().putHeader("Connection", "close");
            answer(context, Problem.of("body-too-large", 413, maxBody));
        } else {
            context.next();
        }
    }

    private void answer(RoutingContext context, Problem problem) {
        if (context.response().headWritten() || context.response().ended()) {
            return;
        }
        var language = Languages.of(context.request().getHeader("Accept-Language"));
        UUID id = context.get(REQUEST_ID);
        var body = problems.write(problem, language, context.request().path(), id);
        context.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", ProblemJson.TYPE)
                .putHeader("Content-Language", language.toLanguageTag())
                .end(io.vertx.core.buffer.Buffer.buffer(body));
    }

    private static long declaredLength(RoutingContext context) {
        var header = context.request().getHeader("Content-Length");
        try {
            return header == null ? 0 : Long.parseLong(header.strip());
        } catch (NumberFormatException unreadable) {
            return Long.MAX_VALUE;
        }
    }

    private static UUID brought(@org.jspecify.annotations.Nullable String header) {
        if (header != null && header.length() == 36) {
            try {
                return UUID.fromString(header);
            } catch (IllegalArgumentException noUuid) {
                // an own one then
            }
        }
        return Ids.next();
    }
}
