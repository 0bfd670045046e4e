package vn.lantoa.audit.sealing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import vn.lantoa.observability.DatabaseWatch;

/** How far sealing is behind: one step in an index every ten seconds, beside the pool. No writer asks the database. */
@ApplicationScoped
class SealingLag {
    private static final Logger LOG = Logger.getLogger(SealingLag.class);

    private final DatabaseWatch database;
    private final Duration longest;
    private final Lag lag;
    private volatile LogTables.Passed passed = LogTables.Passed.NOTHING;

    SealingLag(DatabaseWatch database, Clock clock, SealingConfig config, MeterRegistry registry) {
        this.database = database;
        this.longest = config.longestLag();
        this.lag = new Lag(longest, clock, System::nanoTime);
        var seen = lag;
        gauge(
                registry,
                SealingMetric.UNSEALED_AGE,
                () -> seen.last().isEmpty() ? Double.NaN : seen.age().toMillis() / 1000.0);
        gauge(
                registry,
                SealingMetric.SIZE,
                () -> seen.last().map(sample -> (double) sample.size()).orElse(Double.NaN));
    }

    @Scheduled(
            identity = "audit-sealing-lag",
            every = "${lantoa.metrics.every:10s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void sample() {
        try {
            lag.look(() -> database.ask(connection -> {
                var tables = new LogTables(connection);
                var unsealed = tables.oldestUnsealed(passed);
                passed = unsealed.passed();
                return new Lag.Sample(tables.last().size(), unsealed.oldest());
            }));
        } catch (SQLException e) {
            LOG.debug("The audit log cannot be looked at now", e);
        }
    }

    /** Empty before the first look. */
    Optional<Lag.Sample> last() {
        return lag.last();
    }

    /** How old the oldest entry is that is not sealed, or for how long nobody can see; zero when all are sealed. */
    Duration age() {
        return lag.age();
    }

    boolean isTooLong() {
        return lag.isTooLong();
    }

    Duration longest() {
        return longest;
    }

    private static void gauge(MeterRegistry registry, SealingMetric metric, java.util.function.Supplier<Number> value) {
        Gauge.builder(metric.meter(), value)
                .description(metric.meaning())
                .baseUnit(metric.unit().isEmpty() ? null : metric.unit())
                .register(registry);
    }
}
