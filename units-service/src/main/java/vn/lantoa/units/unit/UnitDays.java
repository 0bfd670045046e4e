package vn.lantoa.units.unit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.units.UnitBegan;
import vn.lantoa.events.units.UnitChange;
import vn.lantoa.events.units.UnitEvent;
import vn.lantoa.events.units.UnitLapsed;
import vn.lantoa.sql.Query;

/**
 * Says that the day has come on which a unit begins or ends by itself, as it was registered ahead; what a reorganisation began
 * or ended is told by that reorganisation. One row says how far it was told and moves with the events, so that each is told
 * once, whatever midnight was slept through and however many replicas look.
 */
@ApplicationScoped
class UnitDays {
    private static final UUID LAST = new UUID(-1, -1);
    private static final int AT_A_TIME = 500;
    private static final String REACHED = "SELECT told_day, told_unit FROM unit_day FOR UPDATE SKIP LOCKED";
    private static final String DUE = """
            SELECT day, unit, begins
            FROM (
                SELECT u.valid_from AS day, u.id AS unit, true AS begins
                FROM unit u
                WHERE u.valid_from >= ? AND u.valid_from <= ?
                  AND NOT EXISTS (SELECT FROM reorganisation_fact f
                                  WHERE f.unit = u.id AND f.fact_kind = 'UNIT' AND f.effect = 'BEGAN')
                UNION ALL
                SELECT u.valid_to, u.id, false
                FROM unit u
                WHERE u.valid_to >= ? AND u.valid_to <= ?
                  AND NOT EXISTS (SELECT FROM reorganisation_fact f
                                  WHERE f.unit = u.id AND f.fact_kind = 'UNIT' AND f.effect = 'ENDED'
                                    AND f.valid_to = u.valid_to)
            ) AS due
            WHERE (day, unit) > (?, ?)
            ORDER BY day, unit
            LIMIT ?
            """;

    private final Units units;
    private final Lineages lineages;
    private final UnitJournal journal;
    private final DataSource database;
    private final Clock clock;

    UnitDays(Units units, Lineages lineages, UnitJournal journal, DataSource database, Clock clock) {
        this.units = units;
        this.lineages = lineages;
        this.journal = journal;
        this.database = database;
        this.clock = clock;
    }

    private record Reached(LocalDate day, UUID unit) {}

    private record Due(LocalDate day, UUID unit, boolean begins) {}

    /** Looks every half minute: soon after midnight in the province, and for whatever midnight went by unseen. */
    @Scheduled(
            identity = "unit-days",
            every = "${lantoa.day-change.every:30s}",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void dayChanged() {
        tellAll(LocalDate.now(clock));
    }

    /** Everything that has come by that day and was not told, some hundred in a transaction. */
    void tellAll(LocalDate today) {
        boolean more;
        do {
            more = QuarkusTransaction.requiringNew().call(() -> tellNext(today));
        } while (more);
    }

    /** @return whether there is more */
    private boolean tellNext(LocalDate today) {
        var found = Query.of(REACHED)
                .first(database, row -> new Reached(row.day("told_day"), row.id("told_unit")))
                .filter(reached -> reached.day().isBefore(today));
        if (found.isEmpty()) {
            return false;
        }
        var reached = found.get();
        var due = Query.of(DUE, reached.day(), today, reached.day(), today, reached.day(), reached.unit(), AT_A_TIME)
                .list(database, row -> new Due(row.day("day"), row.id("unit"), row.flag("begins")));
        tell(due);
        boolean more = due.size() == AT_A_TIME;
        reach(more ? new Reached(due.getLast().day(), due.getLast().unit()) : new Reached(today, LAST));
        return more;
    }

    private void tell(List<Due> due) {
        if (due.isEmpty()) {
            return;
        }
        var ids = due.stream().map(Due::unit).distinct().toList();
        Map<UUID, Unit> concerned = units.all(ids).stream().collect(Collectors.toMap(Unit::id, Function.identity()));
        var neighbours = lineages.of(ids);
        journal(due, true, concerned, neighbours);
        journal(due, false, concerned, neighbours);
    }

    private void journal(
            List<Due> due, boolean begins, Map<UUID, Unit> concerned, Map<UUID, Lineages.Neighbours> neighbours) {
        var entries = due.stream()
                .filter(each -> each.begins() == begins)
                .map(each -> new UnitJournal.Entry(
                        null,
                        event(
                                each,
                                Objects.requireNonNull(concerned.get(each.unit())),
                                neighbours.getOrDefault(each.unit(), Lineages.Neighbours.NONE))))
                .toList();
        if (!entries.isEmpty()) {
            journal.writeAll(begins ? "unit.begin" : "unit.lapse", entries);
        }
    }

    private static UnitEvent event(Due due, Unit unit, Lineages.Neighbours links) {
        var state = unit.state(links.predecessors(), links.successors());
        return due.begins()
                ? new UnitBegan(due.unit(), change("unit.begin", due, unit.beginGrounds()), state)
                : new UnitLapsed(due.unit(), change("unit.lapse", due, unit.endGrounds()), state);
    }

    private static UnitChange change(String act, Due due, @Nullable Grounds grounds) {
        return new UnitChange(act, due.day(), null, grounds == null ? null : grounds.document());
    }

    private void reach(Reached reached) {
        Query.of("UPDATE unit_day SET told_day = ?, told_unit = ?", reached.day(), reached.unit())
                .change(database);
    }
}
