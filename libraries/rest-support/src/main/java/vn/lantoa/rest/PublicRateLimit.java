package vn.lantoa.rest;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Answers 429 with Retry-After to a client that asks too often what needs no login: what stands under {@code /public}, and
 * what else covers {@link Covers#PUBLIC}, there unless an account asks, which has its own limit. No resource opts in or out.
 */
@Singleton
class PublicRateLimit {
    private final PublicClients clients;
    private final Instance<SecurityIdentity> identity;

    PublicRateLimit(PublicClients clients, Instance<SecurityIdentity> identity) {
        this.clients = clients;
        this.identity = identity;
    }

    @ServerRequestFilter
    public void limit(ResourceInfo resource, HttpServerRequest request) {
        if (!isUnderPublic(resource.getResourceClass()) && !(isOpen(resource.getResourceMethod()) && isNobody())) {
            return;
        }
        int wait = clients.take(ClientAddress.of(request));
        if (wait > 0) {
            throw new ProblemException(Problem.tooManyRequests(wait));
        }
    }

    private static boolean isUnderPublic(Class<?> resource) {
        var path = resource.getAnnotation(Path.class);
        return path != null && (path.value() + "/").startsWith("/public/");
    }

    private static boolean isOpen(@Nullable Method operation) {
        var scoped = operation == null ? null : operation.getAnnotation(Scoped.class);
        return scoped != null && scoped.value() == Covers.PUBLIC;
    }

    private boolean isNobody() {
        return identity.isUnsatisfied() || identity.get().isAnonymous();
    }
}
