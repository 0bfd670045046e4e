package vn.lantoa.rest;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Answers 429 with Retry-After to a client that asks a resource under {@code /public} too often; no resource opts in or out. */
@Singleton
class PublicRateLimit {
    private final PublicClients clients;

    PublicRateLimit(PublicClients clients) {
        this.clients = clients;
    }

    @ServerRequestFilter
    public void limit(ResourceInfo resource, HttpServerRequest request) {
        if (!isPublic(resource.getResourceClass())) {
            return;
        }
        var address = request.remoteAddress();
        long wait = clients.take(address == null ? "unknown" : address.hostAddress());
        if (wait > 0) {
            throw new ClientErrorException(
                    Response.status(429).header(HttpHeaders.RETRY_AFTER, wait).build());
        }
    }

    private static boolean isPublic(Class<?> resource) {
        var path = resource.getAnnotation(Path.class);
        return path != null && (path.value() + "/").startsWith("/public/");
    }
}
