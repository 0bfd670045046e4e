package vn.lantoa.rest;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import vn.lantoa.observability.TraceContext;
import vn.lantoa.problems.FieldError;

/** Before each resource: remembers what is known of the request, bounds its body, looks at its parameters' characters. */
class RequestFilter {
    private static final Set<String> MAY_HAVE_BODY = Set.of("POST", "PUT", "PATCH");

    private final RequestInfo info;
    private final BodyLimit limit;

    RequestFilter(RequestInfo info, BodyLimit limit) {
        this.info = info;
        this.limit = limit;
    }

    @ServerRequestFilter(preMatching = true)
    public void begin(ContainerRequestContext request, RoutingContext context) {
        UUID id = context.get(HttpEdge.REQUEST_ID);
        TraceContext trace = context.get(HttpEdge.TRACE);
        info.begin(
                id == null ? Ids.next() : id,
                (trace == null ? TraceContext.of(request.getHeaderString("traceparent")) : trace).traceparent(),
                Languages.of(request.getHeaderString("Accept-Language")));
    }

    @ServerRequestFilter
    public void check(ContainerRequestContext request) throws IOException {
        var errors = new ArrayList<FieldError>();
        request.getUriInfo().getQueryParameters().forEach((name, values) -> {
            if (values.stream().anyMatch(Texts::hasRefusedCharacter)) {
                errors.add(FieldError.at("?" + name, "control-character"));
            }
        });
        request.getUriInfo().getPathParameters().forEach((name, values) -> {
            if (values.stream().anyMatch(Texts::hasRefusedCharacter)) {
                errors.add(FieldError.at("{" + name + "}", "control-character"));
            }
        });
        if (!errors.isEmpty()) {
            throw new ProblemException(Problem.invalidRequest(errors));
        }
        // with a Content-Length the edge has judged already; chunks and HTTP/2 frames come without
        if (request.getHeaderString("Content-Length") == null && MAY_HAVE_BODY.contains(request.getMethod())) {
            request.setEntityStream(new BoundedBody(
                    request.getEntityStream(),
                    limit.of(request.getUriInfo().getRequestUri().getPath())));
        }
    }
}
