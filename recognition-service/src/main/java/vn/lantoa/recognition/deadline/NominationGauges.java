package vn.lantoa.recognition.deadline;

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
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.lantoa.observability.DatabaseWatch;
import vn.lantoa.workingdays.WorkingCalendar;
import vn.lantoa.workingdays.WorkingDays;
import vn.lantoa.workingdays.YearNotLoadedException;

/** How many nominations are open, late and soon due: one statement every half minute beside the pool. */
@ApplicationScoped
class NominationGauges {
    private static final Logger LOG = Logger.getLogger(NominationGauges.class);
    /** The clock of a state begins with the act that led to it. */
    private static final String COUNT = """
            SELECT count(*),
                   count(*) FILTER (WHERE n.updated_at < d.late_before),
                   count(*) FILTER (WHERE n.updated_at >= d.late_before AND n.updated_at < d.soon_before)
            FROM nomination n
            LEFT JOIN LATERAL (
                SELECT max(rule.late_before) AS late_before, max(rule.soon_before) AS soon_before
                FROM unnest(?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[])
                    AS rule (award_type, state, late_before, soon_before)
                WHERE rule.state = n.status AND (rule.award_type = '' OR rule.award_type = n.award_type)) d ON true
            WHERE n.status IN ('DRAFT', 'SUBMITTED', 'RECEIVED', 'RETURNED', 'ACCEPTED', 'VOTED_PASS')
            """;

    private final Deadlines deadlines;
    private final WorkingDays workingDays;
    private final DatabaseWatch database;
    private final Clock clock;
    private volatile @Nullable Counts last;

    /** Nominations; without the calendar of a year that is needed nobody knows who is late. */
    record Counts(long open, double late, double dueSoon) {
        static Counts withoutCalendar(long open) {
            return new Counts(open, Double.NaN, Double.NaN);
        }
    }

    NominationGauges(
            Deadlines deadlines, WorkingDays workingDays, DatabaseWatch database, Clock clock, MeterRegistry registry) {
        this.deadlines = deadlines;
        this.workingDays = workingDays;
        this.database = database;
        this.clock = clock;
        gauge(registry, NominationMetric.OPEN, Counts::open);
        gauge(registry, NominationMetric.LATE, Counts::late);
        gauge(registry, NominationMetric.DUE_SOON, Counts::dueSoon);
    }

    @Scheduled(
            identity = "nomination-gauges",
            every = "${lantoa.metrics.nominations-every:30s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void sample() {
        try {
            last = database.ask(this::count);
        } catch (SQLException e) {
            last = null;
            LOG.debug("Nominations cannot be counted now", e);
        }
    }

    @Nullable
    Counts last() {
        return last;
    }

    private Counts count(Connection connection) throws SQLException {
        var rules = rules(connection);
        var clocks = rules.orElse(ClockRules.NONE);
        try (var statement = connection.prepareStatement(COUNT)) {
            statement.setArray(1, connection.createArrayOf("text", clocks.awardTypes()));
            statement.setArray(2, connection.createArrayOf("text", clocks.states()));
            statement.setArray(3, connection.createArrayOf("timestamptz", clocks.lateBefore()));
            statement.setArray(4, connection.createArrayOf("timestamptz", clocks.soonBefore()));
            try (var row = statement.executeQuery()) {
                row.next();
                return rules.isPresent()
                        ? new Counts(row.getLong(1), row.getLong(2), row.getLong(3))
                        : Counts.withoutCalendar(row.getLong(1));
            }
        }
    }

    private Optional<ClockRules> rules(Connection connection) {
        try {
            return Optional.of(
                    ClockRules.of(deadlines, workingDays.calendar(connection), LocalDate.now(clock), clock.getZone()));
        } catch (YearNotLoadedException missing) {
            LOG.debugf("Nobody knows which nominations are late: %s", missing.getMessage());
            return Optional.empty();
        }
    }

    /** What began before this day has lasted longer than so many working days today; the day it began is not counted. */
    static LocalDate lastStartBefore(WorkingCalendar calendar, LocalDate today, int workingDays) {
        return calendar.add(today.plusDays(1), -(workingDays + 1));
    }

    private void gauge(MeterRegistry registry, NominationMetric metric, ToDoubleFunction<Counts> value) {
        Gauge.builder(metric.meter(), this, gauges -> {
                    var counts = gauges.last;
                    return counts == null ? Double.NaN : value.applyAsDouble(counts);
                })
                .description(metric.meaning())
                .register(registry);
    }

    /** Each deadline, spread over award types and states, with the instants that tell late from soon due from neither. */
    private record ClockRules(
            String[] awardTypes, String[] states, OffsetDateTime[] lateBefore, OffsetDateTime[] soonBefore) {

        static final ClockRules NONE =
                new ClockRules(new String[0], new String[0], new OffsetDateTime[0], new OffsetDateTime[0]);

        static ClockRules of(Deadlines deadlines, WorkingCalendar calendar, LocalDate today, ZoneId zone) {
            var awardTypes = new ArrayList<String>();
            var states = new ArrayList<String>();
            var late = new ArrayList<OffsetDateTime>();
            var soon = new ArrayList<OffsetDateTime>();
            for (var deadline : deadlines.all()) {
                var types = deadline.awardTypes().isEmpty() ? List.of("") : deadline.awardTypes();
                var lateBefore = lastStartBefore(calendar, today, deadline.wholeDays());
                var soonBefore = lastStartBefore(calendar, today, deadline.daysUntilWarning());
                for (var type : types) {
                    for (var state : deadline.states()) {
                        awardTypes.add(type);
                        states.add(state);
                        late.add(lateBefore.atStartOfDay(zone).toOffsetDateTime());
                        soon.add(soonBefore.atStartOfDay(zone).toOffsetDateTime());
                    }
                }
            }
            return new ClockRules(
                    awardTypes.toArray(String[]::new),
                    states.toArray(String[]::new),
                    late.toArray(OffsetDateTime[]::new),
                    soon.toArray(OffsetDateTime[]::new));
        }
    }
}
