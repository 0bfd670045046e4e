package vn.lantoa.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What the consumers show of themselves. */
@ApplicationScoped
class ConsumerMetrics {
    private final MeterRegistry registry;
    private final Map<String, AtomicLong> lags = new ConcurrentHashMap<>();

    ConsumerMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void applied(String handler, int events) {
        registry.counter("lantoa.events.applied", "handler", handler).increment(events);
    }

    void deadLetter(String handler) {
        registry.counter("lantoa.dead.letters", "handler", handler).increment();
    }

    void lag(String handler, long records) {
        lags.computeIfAbsent(handler, this::gauge).set(records);
    }

    private AtomicLong gauge(String handler) {
        var lag = new AtomicLong();
        Gauge.builder("lantoa.consumer.lag", lag, AtomicLong::get)
                .description("Records of the topics that the handler has not applied yet")
                .tag("handler", handler)
                .register(registry);
        return lag;
    }
}
