package vn.lantoa.audit.sealing;

import jakarta.enterprise.context.RequestScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Caller;
import vn.lantoa.access.Reach;
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

    private static final String SELECT = """
            SELECT %s, l.position %s
            FROM audit_entry e LEFT JOIN audit_leaf l ON l.entry = e.id %s
            WHERE true
            """;

    private static final String SCOPE = """
            LEFT JOIN LATERAL (SELECT g.scope_unit, g.restricted FROM event_log g WHERE g.subject = e.entity_id
                               ORDER BY g.aggregate_version DESC LIMIT 1) told ON true
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
    record Found(
            CanonicalEntry entry,
            @Nullable Long position,
            @Nullable UUID unit) {}

    Optional<CanonicalEntry> visible(UUID id) {
        var reach = caller.reach(PERMISSION);
        var found = select(reach).add("AND e.id = ?", id).list(database, row -> found(row, reach));
        return within(found, reach).stream().findFirst().map(Found::entry);
    }

    /** A page may hold less than asked for and still have a next one, where what lies between is out of reach. */
    Page<Found> page(EntryFilter filter, @Nullable UUID after, int limit) {
        var reach = caller.reach(PERMISSION);
        var begin = filter.begin(clock);
        boolean rising = filter.order == EntryFilter.Order.OLDEST;
        var rows = select(reach)
                .addIf(filter.entity, "AND e.entity = ?")
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
        var scanned = rows.add("ORDER BY e.id " + (rising ? "" : "DESC") + " LIMIT ?", limit + 1)
                .plannedForItsValues()
                .list(database, row -> found(row, reach));
        var page = Page.of(scanned, limit, found -> Cursor.of(found.entry().id()), null);
        return new Page<>(within(page.items(), reach), page.next(), null);
    }

    private static Query select(Reach reach) {
        return Query.of(SELECT.formatted(
                EntryRows.COLUMNS,
                reach.everywhere() ? "" : ", told.scope_unit, told.restricted",
                reach.everywhere() ? "" : SCOPE));
    }

    private static Found found(Row row, Reach reach) throws SQLException {
        UUID unit = reach.everywhere() || row.flag("restricted") ? null : row.idOrNull("scope_unit");
        return new Found(entry(row), row.longOrNull("position"), unit);
    }

    private List<Found> within(List<Found> found, Reach reach) {
        if (reach.everywhere() || found.isEmpty()) {
            return found;
        }
        var units = found.stream().map(Found::unit).filter(Objects::nonNull).collect(Collectors.toSet());
        Set<UUID> covered = units.isEmpty() || reach.roots().isEmpty()
                ? new HashSet<>()
                : tree.everWithin(units, reach.roots(), LocalDate.now(clock));
        return found.stream()
                .filter(each -> each.unit() != null && covered.contains(each.unit()))
                .toList();
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
