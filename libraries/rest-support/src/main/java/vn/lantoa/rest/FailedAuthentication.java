package vn.lantoa.rest;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Turns the 401 of a client that has failed too often into 429: tokens are not guessed, and logs do not fill. */
@Singleton
class FailedAuthentication {
    private final Buckets clients;

    FailedAuthentication(FailureLimit limit) {
        this.clients = new Buckets(limit.burst(), limit.perMinute(), limit.clients());
    }

    /** The refusal as it is to be said to this client now. */
    Problem counted(Problem refusal, Optional<RoutingContext> request) {
        if (refusal.status() != 401 || request.isEmpty()) {
            return refusal;
        }
        int wait = clients.take(ClientAddress.of(request.get().request()));
        return wait > 0 ? Problem.tooManyRequests(wait) : refusal;
    }
}
