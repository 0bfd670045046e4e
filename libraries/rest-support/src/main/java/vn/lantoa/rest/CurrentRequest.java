package vn.lantoa.rest;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The HTTP request being answered, if any: consumers, jobs and commands have none. */
@Singleton
public class CurrentRequest {
    private final CurrentVertxRequest current;
    private final RequestInfo info;

    CurrentRequest(CurrentVertxRequest current, RequestInfo info) {
        this.current = current;
        this.info = info;
    }

    /** What is known of the request; empty outside requests. */
    public Optional<RequestInfo> info() {
        return context().map(it -> info);
    }

    Optional<RoutingContext> context() {
        if (!Arc.container().requestContext().isActive()) {
            return Optional.empty();
        }
        return Optional.ofNullable(current.getCurrent());
    }

    /** Whether the client hung up: what then fails is no fault of ours, and nobody reads the answer. */
    boolean isGone() {
        return context().map(it -> it.response().closed()).orElse(false);
    }

    Optional<String> header(String name) {
        return context().map(it -> it.request().getHeader(name));
    }

    /** Method and path, as the client named them: {@code POST /api/units/v1/units}. */
    String operation() {
        return context()
                .map(it -> it.request().method() + " " + it.request().path())
                .orElse("");
    }

    String path() {
        return context().map(it -> it.request().path()).orElse("");
    }

    /** Also right where the request was refused before it reached a resource. */
    UUID requestId() {
        return context().map(CurrentRequest::edgeId).orElseGet(Ids::next);
    }

    Locale language() {
        return Languages.of(header("Accept-Language").orElse(null));
    }

    private static @Nullable UUID edgeId(RoutingContext context) {
        return context.get(HttpEdge.REQUEST_ID);
    }
}
