package vn.lantoa.audit.sealing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.lantoa.observability.DatabaseWatch;

/** How far sealing is behind: one step in an index every ten seconds, beside the pool. No writer asks the database. */
@ApplicationScoped
class SealingLag {
    private static final Logger LOG = Logger.getLogger(SealingLag.class);

    private final DatabaseWatch database;
    private final Clock clock;
    private final Duration longest;
    private volatile @Nullable Sample last;

    /** @param oldest when the oldest entry that is not sealed was written, null when all are */
    record Sample(long size, @Nullable Instant oldest) {}

    SealingLag(DatabaseWatch database, Clock clock, SealingConfig config, MeterRegistry registry) {
        this.database = database;
        this.clock = clock;
        this.longest = config.longestLag();
        gauge(registry, SealingMetric.UNSEALED_AGE, () -> {
            var sample = last;
            return sample == null ? Double.NaN : age(sample).toMillis() / 1000.0;
        });
        gauge(registry, SealingMetric.SIZE, () -> {
            var sample = last;
            return sample == null ? Double.NaN : sample.size();
        });
    }

    @Scheduled(
            identity = "audit-sealing-lag",
            every = "${lantoa.metrics.every:10s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void sample() {
        try {
            last = database.ask(connection -> {
                var tables = new LogTables(connection);
                return new Sample(tables.last().size(), tables.oldestUnsealed().orElse(null));
            });
        } catch (SQLException e) {
            LOG.debug("The audit log cannot be looked at now", e);
        }
    }

    /** Empty before the first look. */
    Optional<Sample> last() {
        return Optional.ofNullable(last);
    }

    /** How old the oldest entry is that is not sealed; zero when all are. */
    Duration age(Sample sample) {
        var oldest = sample.oldest();
        return oldest == null ? Duration.ZERO : Duration.between(oldest, clock.instant());
    }

    boolean isTooLong() {
        var sample = last;
        return sample != null && age(sample).compareTo(longest) > 0;
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
