package vn.lantoa.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the relay shows of itself. */
@ApplicationScoped
class RelayMetrics {
    private final MeterRegistry registry;
    private final Map<String, Counter> published = new ConcurrentHashMap<>();
    private final Timer batch;
    private final Timer delivery;
    private volatile double lagSeconds;
    private volatile boolean leading;

    RelayMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.batch = Timer.builder(OutboxMetric.RELAY_BATCH.meter())
                .description(OutboxMetric.RELAY_BATCH.meaning())
                .register(registry);
        this.delivery = Timer.builder(OutboxMetric.DELIVERY.meter())
                .description(OutboxMetric.DELIVERY.meaning())
                .publishPercentiles(0.5, 0.99)
                .register(registry);
        Gauge.builder(OutboxMetric.RELAY_LAG.meter(), this, m -> m.leading ? m.lagSeconds : Double.NaN)
                .description(OutboxMetric.RELAY_LAG.meaning())
                .baseUnit(OutboxMetric.RELAY_LAG.unit())
                .register(registry);
        Gauge.builder(OutboxMetric.RELAY_LEADING.meter(), this, m -> m.leading ? 1 : 0)
                .description(OutboxMetric.RELAY_LEADING.meaning())
                .register(registry);
    }

    /** A batch that is in Kafka and in the event log. */
    void sent(List<OutboxRow> rows, Instant now, long nanos) {
        var counts = new HashMap<String, Integer>();
        rows.forEach(row -> counts.merge(row.type(), 1, Integer::sum));
        counts.forEach((type, count) -> published(type).increment(count));
        var waited = Duration.between(rows.getFirst().occurredAt(), now);
        if (waited.isNegative()) {
            waited = Duration.ZERO;
        }
        lagSeconds = waited.toNanos() / 1e9;
        delivery.record(waited);
        batch.record(Duration.ofNanos(nanos));
    }

    /** Or the last batch of an outage would be shown until the next event, which may be tomorrow's. */
    void nothingWaits() {
        lagSeconds = 0;
    }

    void leading(boolean now) {
        if (now != leading) {
            lagSeconds = 0;
        }
        leading = now;
    }

    boolean leading() {
        return leading;
    }

    private Counter published(String type) {
        return published.computeIfAbsent(
                type,
                each -> Counter.builder(OutboxMetric.PUBLISHED.meter())
                        .description(OutboxMetric.PUBLISHED.meaning())
                        .tag("type", each)
                        .register(registry));
    }
}
