package vn.lantoa.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** What the consumers show of themselves. */
@ApplicationScoped
class ConsumerMetrics {
    /** Types that are written by others: more than there can be contracts are not told apart. */
    private static final int TYPES = 500;

    private final MeterRegistry registry;
    private final Clock clock;
    private final Map<Key, Lag> lags = new ConcurrentHashMap<>();
    private final Map<String, Counter> consumed = new ConcurrentHashMap<>();

    private record Key(String handler, TopicPartition partition) {}

    /** Empty once another replica has the partition. */
    private static final class Lag {
        private volatile ConsumerLag.@Nullable Behind behind;
    }

    ConsumerMetrics(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    Clock clock() {
        return clock;
    }

    void applied(String handler, List<ReceivedEvent> events) {
        var counts = new HashMap<String, Integer>();
        events.forEach(event -> counts.merge(event.type(), 1, Integer::sum));
        counts.forEach((type, count) -> consumed(handler, type).increment(count));
    }

    void deadLetter(String handler) {
        Counter.builder(OutboxMetric.DEAD_LETTERS_PARKED.meter())
                .description(OutboxMetric.DEAD_LETTERS_PARKED.meaning())
                .tag("handler", handler)
                .register(registry)
                .increment();
    }

    /** @param behind by partition, all that the handler has now */
    void lag(String handler, Map<TopicPartition, ConsumerLag.Behind> behind) {
        behind.forEach(
                (partition, now) -> lags.computeIfAbsent(new Key(handler, partition), this::gauges).behind = now);
        lags.forEach((key, lag) -> {
            if (key.handler().equals(handler) && !behind.containsKey(key.partition())) {
                lag.behind = null;
            }
        });
    }

    private Counter consumed(String handler, String type) {
        var known = consumed.get(handler + ' ' + type);
        return known != null
                ? known
                : consumed.computeIfAbsent(
                        handler + ' ' + (consumed.size() < TYPES ? type : "other"),
                        key -> Counter.builder(OutboxMetric.CONSUMED.meter())
                                .description(OutboxMetric.CONSUMED.meaning())
                                .tag("handler", handler)
                                .tag("type", key.substring(handler.length() + 1))
                                .register(registry));
    }

    private Lag gauges(Key key) {
        var lag = new Lag();
        gauge(OutboxMetric.CONSUMER_LAG, key, lag, ConsumerLag.Behind::records);
        gauge(OutboxMetric.CONSUMER_LAG_AGE, key, lag, this::ageSeconds);
        return lag;
    }

    private void gauge(OutboxMetric metric, Key key, Lag lag, ToDoubleFunction<ConsumerLag.Behind> value) {
        Gauge.builder(metric.meter(), lag, it -> {
                    var behind = it.behind;
                    return behind == null ? Double.NaN : value.applyAsDouble(behind);
                })
                .description(metric.meaning())
                .baseUnit(metric.unit())
                .tag("handler", key.handler())
                .tag("topic", key.partition().topic())
                .tag("partition", Integer.toString(key.partition().partition()))
                .register(registry);
    }

    /** At the moment of asking: it grows also while a handler hangs. */
    private double ageSeconds(ConsumerLag.Behind behind) {
        return behind.records() == 0 ? 0 : Math.max(0, clock.millis() - behind.since()) / 1e3;
    }
}
