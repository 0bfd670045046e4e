package vn.lantoa.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What the relay shows of itself. */
@ApplicationScoped
class RelayMetrics {
    private final Counter sent;
    private final Timer lag;
    private volatile RelaySession.Backlog backlog = RelaySession.Backlog.NONE;
    private volatile boolean leading;

    RelayMetrics(MeterRegistry registry) {
        this.sent = Counter.builder("lantoa.events.sent")
                .description("Events acknowledged by Kafka")
                .register(registry);
        this.lag = Timer.builder("lantoa.relay.lag")
                .description("From the change to Kafka's acknowledgement, oldest event of each batch")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
        Gauge.builder("lantoa.outbox.rows", this, m -> m.backlog.rows())
                .description("Events waiting in the outbox")
                .register(registry);
        Gauge.builder("lantoa.outbox.oldest.age", this, m -> m.backlog.oldestSeconds())
                .description("How long the oldest event has waited")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("lantoa.relay.leading", this, m -> m.leading ? 1 : 0)
                .description("1 in the process whose relay is active")
                .register(registry);
    }

    void sent(List<OutboxRow> rows, Instant now) {
        sent.increment(rows.size());
        Duration waited = Duration.between(rows.getFirst().occurredAt(), now);
        lag.record(waited.isNegative() ? Duration.ZERO : waited);
    }

    void backlog(RelaySession.Backlog current) {
        backlog = current;
    }

    void leading(boolean now) {
        leading = now;
    }

    boolean leading() {
        return leading;
    }

    long waiting() {
        return backlog.rows();
    }
}
