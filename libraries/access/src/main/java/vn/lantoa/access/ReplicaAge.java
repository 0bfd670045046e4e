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
    private static final String KNOWN = """
            SELECT (SELECT confirmed_at FROM access_freshness),
                   (SELECT count(*) FROM dead_letter WHERE handler = ? AND replayed_at IS NULL)
            """;

    private final AccessConfig config;
    private final DatabaseWatch database;
    private final Clock clock;
    private volatile Known known = new Known(null, 0);

    /** @param parked changes that could not be applied */
    private record Known(@Nullable Instant confirmedAt, long parked) {}

    ReplicaAge(AccessConfig config, DatabaseWatch database, Clock clock, MeterRegistry registry) {
        this.config = config;
        this.database = database;
        this.clock = clock;
        var metric = AccessMetric.REPLICA_AGE;
        Gauge.builder(metric.meter(), this, ReplicaAge::seconds)
                .description(metric.meaning())
                .baseUnit(metric.unit())
                .register(registry);
        var parked = AccessMetric.PARKED;
        Gauge.builder(parked.meter(), this, ReplicaAge::parked)
                .description(parked.meaning())
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
                known = database.ask(ReplicaAge::read);
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
        var confirmedAt = known.confirmedAt();
        return confirmedAt == null ? Optional.empty() : Optional.of(Duration.between(confirmedAt, clock.instant()));
    }

    /** Changes of rights that wait to be replayed: while there are any, rights grow old. */
    long parked() {
        return known.parked();
    }

    private double seconds() {
        return age().map(age -> Math.max(0, age.toMillis() / 1e3)).orElse(Double.NaN);
    }

    private static Known read(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(KNOWN)) {
            statement.setString(1, AccessEvents.NAME);
            try (var row = statement.executeQuery()) {
                row.next();
                var confirmed = row.getObject(1, OffsetDateTime.class);
                return new Known(confirmed == null ? null : confirmed.toInstant(), row.getLong(2));
            }
        }
    }
}
