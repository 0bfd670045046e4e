package vn.lantoa.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.ToDoubleFunction;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.lantoa.observability.DatabaseWatch;

/** What waits in the database: one bounded statement every ten seconds, beside the pool; NaN while nobody can tell. */
@ApplicationScoped
class OutboxGauges {
    private static final Logger LOG = Logger.getLogger(OutboxGauges.class);
    private static final String SAMPLE = """
            SELECT (SELECT count(*) FROM (SELECT FROM outbox LIMIT 1000000) waiting),
                   coalesce((SELECT extract(epoch FROM clock_timestamp() - occurred_at)
                             FROM outbox ORDER BY id LIMIT 1), 0),
                   (SELECT count(*) FROM dead_letter WHERE replayed_at IS NULL),
                   EXISTS (SELECT FROM pg_locks
                           WHERE locktype = 'advisory' AND granted AND objsubid = 1
                             AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                             AND classid::bigint = ? AND objid::bigint = ?)
            """;

    private final DatabaseWatch database;
    private volatile @Nullable Sample last;

    /** @param held whether some replica's relay holds the lock */
    record Sample(long rows, double oldestSeconds, long deadLetters, boolean held) {}

    OutboxGauges(DatabaseWatch database, MeterRegistry registry) {
        this.database = database;
        gauge(registry, OutboxMetric.ROWS, Sample::rows);
        gauge(registry, OutboxMetric.OLDEST_AGE, Sample::oldestSeconds);
        gauge(registry, OutboxMetric.DEAD_LETTERS_OPEN, Sample::deadLetters);
    }

    @Scheduled(
            identity = "outbox-gauges",
            every = "${lantoa.metrics.every:10s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void sample() {
        try {
            last = database.ask(OutboxGauges::read);
        } catch (SQLException e) {
            last = null;
            LOG.debug("The outbox cannot be looked at now", e);
        }
    }

    /** Null while nobody can tell. */
    @Nullable
    Sample last() {
        return last;
    }

    private static Sample read(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(SAMPLE)) {
            statement.setLong(1, RelaySession.LOCK >>> 32);
            statement.setLong(2, RelaySession.LOCK & 0xFFFF_FFFFL);
            try (var row = statement.executeQuery()) {
                row.next();
                return new Sample(row.getLong(1), Math.max(0, row.getDouble(2)), row.getLong(3), row.getBoolean(4));
            }
        }
    }

    private void gauge(MeterRegistry registry, OutboxMetric metric, ToDoubleFunction<Sample> value) {
        Gauge.builder(metric.meter(), this, gauges -> {
                    var sample = gauges.last;
                    return sample == null ? Double.NaN : value.applyAsDouble(sample);
                })
                .description(metric.meaning())
                .baseUnit(metric.unit().isEmpty() ? null : metric.unit())
                .register(registry);
    }
}
