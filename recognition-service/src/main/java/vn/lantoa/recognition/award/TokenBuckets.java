package vn.lantoa.recognition.award;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** One bucket per client, refilled steadily; the least recently seen client is forgotten first. */
@ApplicationScoped
class TokenBuckets {
    private static final int CLIENTS = 10_000;

    private final double burst;
    private final double perSecond;
    private final Clock clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > CLIENTS;
        }
    };

    private record Bucket(double tokens, Instant at) {}

    @Inject
    TokenBuckets(PublicChecks limits, Clock clock) {
        this(limits.burst(), limits.perMinute(), clock);
    }

    TokenBuckets(int burst, int perMinute, Clock clock) {
        this.burst = burst;
        this.perSecond = perMinute / 60.0;
        this.clock = clock;
    }

    /** Takes a token. @return 0, or the seconds until the next one */
    synchronized int take(String client) {
        var now = clock.instant();
        var bucket = buckets.getOrDefault(client, new Bucket(burst, now));
        double gained = Math.max(0, now.toEpochMilli() - bucket.at().toEpochMilli()) / 1000.0 * perSecond;
        double tokens = Math.min(burst, bucket.tokens() + gained);
        if (tokens < 1) {
            buckets.put(client, new Bucket(tokens, now));
            return (int) Math.ceil((1 - tokens) / perSecond);
        }
        buckets.put(client, new Bucket(tokens - 1, now));
        return 0;
    }
}
