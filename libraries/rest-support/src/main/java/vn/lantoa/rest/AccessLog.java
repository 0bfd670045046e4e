package vn.lantoa.rest;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import vn.lantoa.observability.LogContext;
import vn.lantoa.observability.TraceContext;

/**
 * One line per request of the API: method, route, status, milliseconds; the ids of request, trace and person stand beside
 * it. The route is the template, {@code /units/{id}}: what was called may hold names that were searched for.
 */
@Singleton
class AccessLog {
    private static final Logger LOG = Logger.getLogger("vn.lantoa.access-log");
    /** Where the framework notes the template of the matched resource. */
    private static final String TEMPLATE = "UrlPathTemplate";

    private static final String TECHNICAL = "/q/";

    /** Writes when the request ends. */
    void follow(RoutingContext context, UUID requestId, TraceContext trace) {
        if (LOG.isInfoEnabled() && !context.request().path().startsWith(TECHNICAL)) {
            long started = System.nanoTime();
            context.addEndHandler(end -> write(context, started, requestId, trace));
        }
    }

    private static void write(RoutingContext context, long started, UUID requestId, TraceContext trace) {
        var request = context.request();
        double millis = (System.nanoTime() - started) / 1e6;
        LogContext.put(LogContext.REQUEST_ID, requestId);
        LogContext.put(trace);
        var fields = new Object[] {
            request.method().name(),
            route(request),
            context.response().getStatusCode(),
            String.format(Locale.ROOT, "%.1f", millis)
        };
        var names = new String[] {"method", "route", "status", "millis"};
        for (int i = 0; i < names.length; i++) {
            MDC.put(names[i], fields[i]);
        }
        try {
            LOG.infof("%s %s %s %s ms", fields);
        } finally {
            for (var name : names) {
                MDC.remove(name);
            }
        }
    }

    private static String route(HttpServerRequest request) {
        String template = request instanceof HttpServerRequestInternal internal
                ? internal.context().getLocal(TEMPLATE)
                : null;
        return template == null ? "-" : template;
    }
}
