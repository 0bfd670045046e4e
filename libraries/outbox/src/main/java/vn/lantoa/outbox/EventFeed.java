package vn.lantoa.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import vn.lantoa.sql.Query;
import vn.lantoa.sql.Row;

/**
 * Reads the event log in its own order. Restricted events are never read. What lies outside the units asked for is left out
 * by the statement itself: it fills no page, and where to go on tells nothing of it.
 */
@ApplicationScoped
class EventFeed {
    /** Positions looked at for one page: bounds the work of a filter that finds little. Those of a subject are indexed. */
    static final long WINDOW = 5_000;

    private static final String COLUMNS = "SELECT position, event_id, type, subject, occurred_at, aggregate_version,"
            + " causation_id, traceparent, announcement, payload";

    /** {@code OFFSET 0} keeps it the first to be looked up: in the order of positions the whole log would be walked. */
    private static final String OF_SUBJECT = "FROM (SELECT * FROM event_log WHERE subject = ? OFFSET 0) AS told";

    /** Held against each event by a hash, not joined: the order of positions stays. */
    private static final String OF_UNITS = "AND (scope_unit IN (SELECT id FROM mine)) IS TRUE";

    /** Only when too little lies near and there is more: each unit is asked for what comes next. */
    private static final String FURTHER = """
            SELECT * FROM near
            UNION ALL
            (SELECT further.*
             FROM mine CROSS JOIN LATERAL (
                 %s FROM event_log
                 WHERE scope_unit = mine.id AND position > ? AND NOT restricted
                 ORDER BY position LIMIT ?) further
             WHERE (SELECT position FROM relay_state) > ? AND (SELECT count(*) FROM near) < ?
             ORDER BY position LIMIT ?)
            ORDER BY position LIMIT ?
            """.formatted(COLUMNS);

    private final DataSource dataSource;
    private final String source;

    EventFeed(DataSource dataSource, @ConfigProperty(name = "lantoa.service") String service) {
        this.dataSource = dataSource;
        this.source = "/lantoa/" + service;
    }

    record Entry(long position, EventView view) {}

    /** @param next where to go on, null when there is nothing more now */
    record Stretch(List<Entry> entries, @Nullable Long next) {}

    private record Line(long head, Optional<Entry> entry) {}

    /**
     * What is asked for.
     *
     * @param units a query of the units whose events these are; null: those of every unit, and of none
     */
    record Question(
            long after,
            int limit,
            @Nullable String type,
            @Nullable UUID subject,
            @Nullable Query units) {

        /** Beyond the window too, where an index leads: a page is never short because of what others may read only. */
        private boolean leadsFurther() {
            return units != null && type == null && subject == null;
        }

        private long end() {
            return subject == null ? after + WINDOW : Long.MAX_VALUE;
        }
    }

    /** One statement; call it without a transaction. */
    Stretch read(Question asked) {
        var lines = statement(asked).list(dataSource, this::line);
        long head = lines.isEmpty() ? 0 : lines.getFirst().head();
        var entries = lines.stream().flatMap(line -> line.entry().stream()).toList();
        if (entries.size() > asked.limit()) {
            var page = List.copyOf(entries.subList(0, asked.limit()));
            return new Stretch(page, page.getLast().position());
        }
        return new Stretch(entries, asked.leadsFurther() || asked.end() >= head ? null : Long.valueOf(asked.end()));
    }

    static Query statement(Question asked) {
        var query = Query.of(asked.units() == null ? "" : "WITH mine AS MATERIALIZED (");
        if (asked.units() != null) {
            query.add(asked.units()).add(")");
        }
        if (asked.leadsFurther()) {
            query.add(", near AS MATERIALIZED (").add(near(asked)).add(")");
        }
        return query.add("SELECT s.position AS head, e.* FROM relay_state s LEFT JOIN LATERAL (")
                .add(asked.leadsFurther() ? further(asked) : near(asked))
                .add(") e ON true ORDER BY e.position");
    }

    private static Query near(Question asked) {
        var query = Query.of(COLUMNS);
        if (asked.subject() == null) {
            query.add("FROM event_log");
        } else {
            query.add(OF_SUBJECT, asked.subject());
        }
        return query.add("WHERE position > ? AND position <= ? AND NOT restricted", asked.after(), asked.end())
                .addIf(asked.type(), "AND type = ?")
                .add(asked.units() == null ? "" : OF_UNITS)
                .add("ORDER BY position LIMIT ?", asked.limit() + 1);
    }

    private static Query further(Question asked) {
        int most = asked.limit() + 1;
        return Query.of(FURTHER, asked.end(), most, asked.end(), most, most, most);
    }

    private Line line(Row row) throws SQLException {
        return new Line(
                row.number("head"), row.idOrNull("event_id") == null ? Optional.empty() : Optional.of(entry(row)));
    }

    private Entry entry(Row row) throws SQLException {
        long position = row.number("position");
        return new Entry(
                position,
                new EventView(
                        "1.0",
                        row.id("event_id"),
                        source,
                        row.text("type"),
                        row.id("subject"),
                        row.instant("occurred_at"),
                        EventTypes.JSON,
                        row.number("aggregate_version"),
                        row.idOrNull("causation_id"),
                        row.textOrNull("traceparent"),
                        row.flag("announcement") ? Boolean.TRUE : null,
                        Long.toString(position),
                        row.text("payload")));
    }
}
