package vn.lantoa.rest;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** A bucket of tokens for each client, refilled steadily. */
@ApplicationScoped
class PublicClients {
    private static final Duration REFILL = Duration.ofMinutes(1);
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final LoadingCache<String, Bucket> buckets;

    PublicClients(PublicLimit limit) {
        this.buckets = Caffeine.newBuilder()
                .maximumSize(limit.clients())
                .build(client -> Bucket.builder()
                        .addLimit(
                                bandwidth -> bandwidth.capacity(limit.burst()).refillGreedy(limit.perMinute(), REFILL))
                        .build());
    }

    /** Takes a token. @return 0, or the seconds until the next one */
    long take(String client) {
        var taken = buckets.get(client).tryConsumeAndReturnRemaining(1);
        return taken.isConsumed() ? 0 : Math.ceilDiv(taken.getNanosToWaitForRefill(), SECOND);
    }
}
