package vn.lantoa.units.breach;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.ToDoubleFunction;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.lantoa.observability.DatabaseWatch;

/** How many requests and breaches are late: one statement every half minute beside the pool. */
@ApplicationScoped
class PrivacyGauges {
    private static final Logger LOG = Logger.getLogger(PrivacyGauges.class);
    private static final String COUNT = """
            SELECT (SELECT count(*) FROM correction_request WHERE status = 'OPEN' AND due_on < ?),
                   (SELECT count(*) FROM data_breach WHERE notified_at IS NULL AND closed_at IS NULL AND due_at < ?)
            """;

    private final DatabaseWatch database;
    private final Clock clock;
    private volatile @Nullable Late last;

    record Late(long requests, long breaches) {}

    PrivacyGauges(DatabaseWatch database, Clock clock, MeterRegistry registry) {
        this.database = database;
        this.clock = clock;
        gauge(registry, PrivacyMetric.REQUESTS_LATE, Late::requests);
        gauge(registry, PrivacyMetric.BREACHES_LATE, Late::breaches);
    }

    @Scheduled(
            identity = "privacy-gauges",
            every = "${lantoa.metrics.privacy-every:30s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void sample() {
        try {
            last = database.ask(this::count);
        } catch (SQLException e) {
            last = null;
            LOG.debug("Late requests and breaches cannot be counted now", e);
        }
    }

    @Nullable
    Late last() {
        return last;
    }

    private Late count(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(COUNT)) {
            statement.setObject(1, LocalDate.now(clock));
            statement.setObject(2, OffsetDateTime.now(clock));
            try (var row = statement.executeQuery()) {
                row.next();
                return new Late(row.getLong(1), row.getLong(2));
            }
        }
    }

    private void gauge(MeterRegistry registry, PrivacyMetric metric, ToDoubleFunction<Late> value) {
        Gauge.builder(metric.meter(), this, gauges -> {
                    var late = gauges.last;
                    return late == null ? Double.NaN : value.applyAsDouble(late);
                })
                .description(metric.meaning())
                .register(registry);
    }
}
