package vn.lantoa.rest;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/** A bucket of tokens for each client, refilled steadily; as many clients as there is room for. */
final class Buckets {
    private static final Duration REFILL = Duration.ofMinutes(1);
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final LoadingCache<String, Bucket> buckets;

    Buckets(int burst, int perMinute, int clients) {
        this.buckets = Caffeine.newBuilder()
                .maximumSize(clients)
                .build(client -> Bucket.builder()
                        .addLimit(bandwidth -> bandwidth.capacity(burst).refillGreedy(perMinute, REFILL))
                        .build());
    }

    /** Takes a token. @return 0, or the seconds until the next one */
    int take(String client) {
        var taken = buckets.get(client).tryConsumeAndReturnRemaining(1);
        return taken.isConsumed() ? 0 : Math.toIntExact(Math.ceilDiv(taken.getNanosToWaitForRefill(), SECOND));
    }

    /** How many clients are remembered now. */
    long remembered() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }
}
