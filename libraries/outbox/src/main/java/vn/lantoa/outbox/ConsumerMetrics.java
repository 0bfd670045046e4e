package vn.lantoa.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;

/** What the consumers show of themselves. */
@ApplicationScoped
class ConsumerMetrics {
    private static final long UNKNOWN = -1;
    /** Types that are written by others: more than there can be contracts are not told apart. */
    private static final int TYPES = 500;

    private final MeterRegistry registry;
    private final Map<Key, AtomicLong> lags = new ConcurrentHashMap<>();
    private final Map<String, Counter> consumed = new ConcurrentHashMap<>();

    private record Key(String handler, TopicPartition partition) {}

    ConsumerMetrics(MeterRegistry registry) {
        this.registry = registry;
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

    /** @param records by partition, all that the handler has now */
    void lag(String handler, Map<TopicPartition, Long> records) {
        records.forEach((partition, lag) ->
                lags.computeIfAbsent(new Key(handler, partition), this::gauge).set(lag));
        lags.forEach((key, lag) -> {
            if (key.handler().equals(handler) && !records.containsKey(key.partition())) {
                lag.set(UNKNOWN);
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

    private AtomicLong gauge(Key key) {
        var lag = new AtomicLong();
        Gauge.builder(OutboxMetric.CONSUMER_LAG.meter(), lag, ConsumerMetrics::shown)
                .description(OutboxMetric.CONSUMER_LAG.meaning())
                .baseUnit(OutboxMetric.CONSUMER_LAG.unit())
                .tag("handler", key.handler())
                .tag("topic", key.partition().topic())
                .tag("partition", Integer.toString(key.partition().partition()))
                .register(registry);
        return lag;
    }

    private static double shown(AtomicLong lag) {
        long records = lag.get();
        return records == UNKNOWN ? Double.NaN : records;
    }
}
