package vn.lantoa.rest;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What every answer tells browsers: it is what its type says, stands in no frame, runs nothing, is referred to nowhere, and
 * what was given to a token is kept by no cache. A resource may say {@code Cache-Control} otherwise.
 */
@Singleton
class SecurityHeaders {
    private static final String PAGES = "/q/swagger-ui";
    private static final String NOTHING_RUNS =
            "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
    /** The page of the framework carries its start inside; the API has no pages. */
    private static final String OWN_PAGES = "default-src 'none'; script-src 'self' 'unsafe-inline';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self';"
            + " frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private final long strictTransport;

    /** @param strictTransport seconds for which browsers use TLS only, said over TLS only; 0 says nothing */
    SecurityHeaders(
            @ConfigProperty(name = "lantoa.http.strict-transport-seconds", defaultValue = "0") long strictTransport) {
        this.strictTransport = strictTransport;
    }

    void put(RoutingContext context) {
        MultiMap headers = context.response().headers();
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Content-Security-Policy", context.request().path().startsWith(PAGES) ? OWN_PAGES : NOTHING_RUNS);
        if (context.request().headers().contains("Authorization")) {
            headers.set("Cache-Control", "no-store");
        }
        if (strictTransport > 0 && "https".equals(context.request().scheme())) {
            headers.set("Strict-Transport-Security", "max-age=" + strictTransport);
        }
    }
}
