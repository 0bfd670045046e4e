package vn.lantoa.rest;

import jakarta.enterprise.context.ApplicationScoped;

/** Who asks the login-free pages, and how often. */
@ApplicationScoped
class PublicClients {
    private final Buckets buckets;

    PublicClients(PublicLimit limit) {
        this.buckets = new Buckets(limit.burst(), limit.perMinute(), limit.clients());
    }

    /** Takes a token. @return 0, or the seconds until the next one */
    int take(String client) {
        return buckets.take(client);
    }
}
