package vn.lantoa.access;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lantoa.observability.DatabaseWatch;

/** How old the rights of this service are, looked up every ten seconds beside the pool. */
@ApplicationScoped
class ReplicaAge {
    private static final String CONFIRMED = "SELECT confirmed_at FROM access_freshness";

    private final AccessConfig config;
    private final DatabaseWatch database;
    private final Clock clock;
    private volatile @Nullable Instant confirmedAt;

    ReplicaAge(AccessConfig config, DatabaseWatch database, Clock clock, MeterRegistry registry) {
        this.config = config;
        this.database = database;
        this.clock = clock;
        var metric = AccessMetric.REPLICA_AGE;
        Gauge.builder(metric.meter(), this, ReplicaAge::seconds)
                .description(metric.meaning())
                .baseUnit(metric.unit())
                .register(registry);
    }

    @Scheduled(
            identity = "grants-replica-age",
            every = "${lantoa.metrics.every:10s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void sample() {
        if (isReplica()) {
            try {
                confirmedAt = database.ask(ReplicaAge::read).orElse(null);
            } catch (SQLException e) {
                // the age goes on growing from what was known last
            }
        }
    }

    boolean isReplica() {
        return config.replica() == AccessConfig.Source.EVENTS;
    }

    /** Empty while the replica was never complete. */
    Optional<Duration> age() {
        if (!isReplica()) {
            return Optional.of(Duration.ZERO);
        }
        var known = confirmedAt;
        return known == null ? Optional.empty() : Optional.of(Duration.between(known, clock.instant()));
    }

    private double seconds() {
        return age().map(age -> Math.max(0, age.toMillis() / 1e3)).orElse(Double.NaN);
    }

    private static Optional<Instant> read(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(CONFIRMED)) {
            return row.next()
                    ? Optional.of(row.getObject(1, OffsetDateTime.class).toInstant())
                    : Optional.empty();
        }
    }
}
