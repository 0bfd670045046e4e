package vn.lantoa.audit.sealing;

import jakarta.enterprise.context.RequestScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Caller;
import vn.lantoa.access.UnitTree;
import vn.lantoa.audit.proof.CanonicalEntry;
import vn.lantoa.rest.Cursor;
import vn.lantoa.rest.Page;
import vn.lantoa.sql.Query;
import vn.lantoa.sql.Row;

/**
 * Entries within the caller's reach. Whoever holds {@code audit.read} everywhere reads them all. Others read what was done to
 * things of units within their reach, where those stand or stood last: the unit is that of the thing's newest event; what
 * is told on the restricted topic only, or never, is left to the first.
 */
@RequestScoped
class EntryReads {
    private static final String PERMISSION = "audit.read";

    static final String SELECT = """
            SELECT %s, l.position
            FROM audit_entry e LEFT JOIN audit_leaf l ON l.entry = e.id
            WHERE true
            """.formatted(EntryRows.COLUMNS);

    /**
     * Held against each entry by a hash, not joined: entries stay in their order. Where few units are within reach, what was
     * ever told of them is gathered first, since most entries are not of theirs; with many, most are.
     */
    static final String WITHIN = """
            AND ((SELECT count(*) FROM mine) > 200 OR (e.entity_id IN (
                    SELECT c.subject FROM (SELECT id FROM mine LIMIT 200) AS few CROSS JOIN LATERAL (
                        SELECT g.subject FROM event_log g
                        WHERE g.scope_unit = few.id AND NOT g.restricted OFFSET 0) AS c)) IS TRUE)
            AND (SELECT NOT told.restricted AND (told.scope_unit IN (SELECT id FROM mine)) IS TRUE
                 FROM (SELECT g.scope_unit, g.restricted FROM event_log g WHERE g.subject = e.entity_id
                       ORDER BY g.aggregate_version DESC LIMIT 1) AS told)
            """;

    private final DataSource database;
    private final Caller caller;
    private final UnitTree tree;
    private final Clock clock;

    EntryReads(DataSource database, Caller caller, UnitTree tree, Clock clock) {
        this.database = database;
        this.caller = caller;
        this.tree = tree;
        this.clock = clock;
    }

    /** @param position null until it is sealed */
    record Found(CanonicalEntry entry, @Nullable Long position) {}

    Optional<CanonicalEntry> visible(UUID id) {
        return within(select().add("AND e.id = ?", id)).first(database, EntryReads::entry);
    }

    Page<Found> page(EntryFilter filter, @Nullable UUID after, int limit) {
        return Page.of(
                statement(filter, after, limit + 1)
                        .list(database, row -> new Found(entry(row), row.longOrNull("position"))),
                limit,
                found -> Cursor.of(found.entry().id()),
                null);
    }

    /** One statement. What is out of reach fills no page, and no cursor tells of it. */
    Query statement(EntryFilter filter, @Nullable UUID after, int most) {
        var begin = filter.begin(clock);
        boolean rising = filter.order == EntryFilter.Order.OLDEST;
        var rows = select().addIf(filter.entity, "AND e.entity = ?")
                .addIf(filter.entityId, "AND e.entity_id = ?")
                .addIf(filter.action, "AND e.action = ?")
                .addIf(begin, "AND e.occurred_at >= ?")
                .addIf(begin == null ? null : EntryFilter.idAt(begin, false), "AND e.id >= ?")
                .addIf(filter.to, "AND e.occurred_at < ?")
                .addIf(filter.to == null ? null : EntryFilter.idAt(filter.to, true), "AND e.id <= ?")
                .addIf(after, rising ? "AND e.id > ?" : "AND e.id < ?");
        if (filter.person != null) {
            rows.add("AND (e.person = ? OR e.acting_for = ?)", filter.person, filter.person);
        }
        return within(rows)
                .add("ORDER BY e.id " + (rising ? "" : "DESC") + " LIMIT ?", most)
                .plannedForItsValues();
    }

    private Query select() {
        var reach = caller.reach(PERMISSION);
        return reach.everywhere()
                ? Query.of(SELECT)
                : Query.of("WITH mine AS MATERIALIZED (")
                        .add(tree.everWithin(reach.roots(), LocalDate.now(clock)))
                        .add(")")
                        .add(SELECT);
    }

    private Query within(Query rows) {
        return caller.reach(PERMISSION).everywhere() ? rows : rows.add(WITHIN);
    }

    private static CanonicalEntry entry(Row row) throws SQLException {
        return new CanonicalEntry(
                row.id("id"),
                row.instant("occurred_at"),
                row.text("account"),
                row.idOrNull("person"),
                row.idOrNull("acting_for"),
                row.text("action"),
                row.text("entity"),
                row.id("entity_id"),
                row.textOrNull("before"),
                row.textOrNull("after"),
                row.idOrNull("subject"),
                row.idOrNull("request_id"),
                row.textOrNull("trace_id"),
                row.text("xid"));
    }
}
