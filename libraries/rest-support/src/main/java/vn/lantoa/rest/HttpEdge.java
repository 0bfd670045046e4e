package vn.lantoa.rest;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import vn.lantoa.observability.LogContext;
import vn.lantoa.observability.TraceContext;
import vn.lantoa.problems.FieldError;

/** What happens around the REST layer: request ids, oversize and absent bodies, unknown paths, the alias of the contract. */
@Singleton
class HttpEdge {
    static final String REQUEST_ID = "lantoa.request-id";
    static final String TRACE = "lantoa.trace";
    private static final int BEFORE_EVERYTHING = 1000;
    private static final String CONTENT_TYPE = "Content-Type";
    /** A segment that leads elsewhere, however its dots are written. */
    private static final Pattern LEADS_ELSEWHERE = Pattern.compile("(?i)/(\\.|%2e){1,2}(/|$)");

    private static final Set<String> MAY_HAVE_BODY = Set.of("POST", "PUT", "PATCH");

    private final EdgeAnswers answers;
    private final AccessLog accessLog;
    private final BodyLimit limit;
    private final SlowBodies slowBodies;
    private final SecurityHeaders securityHeaders;

    HttpEdge(
            EdgeAnswers answers,
            AccessLog accessLog,
            BodyLimit limit,
            SlowBodies slowBodies,
            SecurityHeaders securityHeaders) {
        this.answers = answers;
        this.accessLog = accessLog;
        this.limit = limit;
        this.slowBodies = slowBodies;
        this.securityHeaders = securityHeaders;
    }

    void filters(@Observes Filters filters) {
        filters.register(this::begin, BEFORE_EVERYTHING);
    }

    void routes(@Observes Router router) {
        router.get(ServicePrefix.path("/openapi")).order(-1).handler(context -> context.reroute("/q/openapi"));
        router.route().last().handler(context -> answers.refuse(context, Problem.of("not-found", 404)));
    }

    private void begin(RoutingContext context) {
        // also after a reroute: the first id stays
        if (context.get(REQUEST_ID) == null) {
            var id = brought(context.request().getHeader("X-Request-Id"));
            var trace = TraceContext.of(context.request().getHeader("traceparent"));
            context.put(REQUEST_ID, id);
            context.put(TRACE, trace);
            LogContext.put(LogContext.REQUEST_ID, id);
            LogContext.put(trace);
            accessLog.follow(context, id, trace);
            slowBodies.watch(context);
        }
        // again after a reroute, which drops them
        context.response().putHeader("X-Request-Id", context.get(REQUEST_ID).toString());
        securityHeaders.put(context);
        var encoding = context.request().getHeader("Transfer-Encoding");
        if (encoding != null) {
            // a length beside it is dropped before anybody sees it: what comes after is nobody's request
            context.response().putHeader("Connection", "close");
            context.addEndHandler(end -> context.request().connection().close());
        }
        long maxBody = limit.of(context.request().path());
        if (declaredLength(context) > maxBody) {
            context.response().putHeader("Connection", "close");
            answers.refuse(context, Problem.of("body-too-large", 413, maxBody));
        } else if (encoding != null && !encoding.strip().equalsIgnoreCase("chunked")) {
            answers.refuse(
                    context, Problem.invalidRequest(List.of(FieldError.at("Transfer-Encoding", "invalid-value"))));
        } else if (context.request().authority() == null
                && context.request().path().startsWith(ServicePrefix.path("/"))) {
            // HTTP/1.0: whoever builds an address later needs a host
            answers.refuse(context, Problem.invalidRequest(List.of(FieldError.at("Host", "required"))));
        } else if (isNoAddress(context.request().uri())) {
            answers.refuse(context, Problem.of("malformed-address", 400));
        } else {
            if (isWithoutBody(context.request())) {
                context.request().headers().set(CONTENT_TYPE, "application/json");
            }
            context.next();
        }
    }

    /**
     * Nothing has no type: clients name none, or that of a form, and an optional body may then be absent all the same.
     * HTTP/2 tells only at its end whether there is a body; one without a type is read as JSON there.
     */
    private static boolean isWithoutBody(HttpServerRequest request) {
        if (!MAY_HAVE_BODY.contains(request.method().name())) {
            return false;
        }
        var length = request.getHeader("Content-Length");
        if (length != null) {
            return length.strip().equals("0");
        }
        return request.version() == HttpVersion.HTTP_2
                ? request.getHeader(CONTENT_TYPE) == null
                : request.getHeader("Transfer-Encoding") == null;
    }

    /**
     * See {@link AddressesAreOurs}. A path with segments of dots is none either: a proxy that looks at its beginning would pass
     * on to the service's own pages whoever may come to the API only.
     */
    private static boolean isNoAddress(String address) {
        int query = address.indexOf('?');
        if (LEADS_ELSEWHERE
                .matcher(query < 0 ? address : address.substring(0, query))
                .find()) {
            return true;
        }
        try {
            return new URI(address).isOpaque();
        } catch (URISyntaxException e) {
            return true;
        }
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
