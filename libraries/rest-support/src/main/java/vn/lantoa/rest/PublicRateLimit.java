package vn.lantoa.rest;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ResourceInfo;
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
        int wait = clients.take(ClientAddress.of(request));
        if (wait > 0) {
            throw new ProblemException(Problem.tooManyRequests(wait));
        }
    }

    private static boolean isPublic(Class<?> resource) {
        var path = resource.getAnnotation(Path.class);
        return path != null && (path.value() + "/").startsWith("/public/");
    }
}
