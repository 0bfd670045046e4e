package vn.lantoa.units.unit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.rest.Cursor;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;
import vn.lantoa.sql.Query;
import vn.lantoa.units.unit.ReconciledGroup.GroupPart;
import vn.lantoa.units.unit.ReconciledGroup.GroupUnit;

/** Maps the units of one day to those of another, so that what was counted then and what is counted now reconcile. */
@ApplicationScoped
class Reconciliations {
    private static final String LINKS = """
            SELECT predecessor, successor, portion, share, effective_on FROM unit_lineage
            WHERE effective_on > ? AND effective_on <= ?
            """;
    private static final String UNITS = """
            WITH concerned (id) AS (
                SELECT predecessor FROM unit_lineage WHERE effective_on > ? AND effective_on <= ?
                UNION SELECT successor FROM unit_lineage WHERE effective_on > ? AND effective_on <= ?
                UNION SELECT id FROM unit WHERE valid_from > ? AND valid_from <= ?
                UNION SELECT id FROM unit WHERE valid_to > ? AND valid_to <= ?
            )
            SELECT u.id, u.valid_to, early.name AS early_name, early.kind AS early_kind, late.name AS late_name,
                   late.kind AS late_kind
            FROM concerned c
            JOIN unit u ON u.id = c.id
            LEFT JOIN unit_version early ON early.unit = u.id AND early.valid @> ?::date
                 AND (?::text IS NULL OR EXISTS (
                     SELECT FROM unit_placement p WHERE p.unit = u.id AND p.line = ? AND p.valid @> ?::date))
            LEFT JOIN unit_version late ON late.unit = u.id AND late.valid @> ?::date
                 AND (?::text IS NULL OR EXISTS (
                     SELECT FROM unit_placement p WHERE p.unit = u.id AND p.line = ? AND p.valid @> ?::date))
            """;

    private record Known(
            UUID id,
            @Nullable LocalDate end,
            @Nullable GroupUnit early,
            @Nullable GroupUnit late) {}

    private final DataSource database;

    Reconciliations(DataSource database) {
        this.database = database;
    }

    Page<ReconciledGroup> page(LocalDate from, LocalDate to, @Nullable String line, PageRequest page) {
        var groups = groups(from, to, line);
        var after = Cursor.decode(page.cursor, 1);
        var rows = groups.entrySet().stream()
                .filter(entry -> after == null || entry.getKey().compareTo(UnitSearch.id(after.key(0))) > 0)
                .limit(page.limit + 1L)
                .toList();
        var total = page.total ? Long.valueOf(groups.size()) : null;
        var keyed = Page.of(rows, page.limit, row -> Cursor.of(row.getKey()), total);
        return new Page<>(keyed.items().stream().map(Map.Entry::getValue).toList(), keyed.next(), keyed.total());
    }

    /** By the least id of each. */
    private Map<UUID, ReconciledGroup> groups(LocalDate from, LocalDate to, @Nullable String line) {
        var known = new HashMap<UUID, Known>();
        Query.of(UNITS, from, to, from, to, from, to, from, to, from, line, line, from, to, line, line, to)
                .list(
                        database,
                        row -> new Known(
                                row.id("id"),
                                row.dayOrNull("valid_to"),
                                named(row.id("id"), row.textOrNull("early_name"), row.textOrNull("early_kind")),
                                named(row.id("id"), row.textOrNull("late_name"), row.textOrNull("late_kind"))))
                .forEach(unit -> known.put(unit.id(), unit));
        var ends = new HashMap<UUID, LocalDate>();
        known.values().forEach(unit -> {
            var end = unit.end();
            if (end != null) {
                ends.put(unit.id(), end);
            }
        });
        var becoming = new Becoming(links(from, to), ends);
        var together = new Groups();
        var parts = new HashMap<UUID, List<GroupPart>>();
        for (var unit : known.values()) {
            if (unit.late() != null) {
                together.add(unit.id());
            }
            if (unit.early() != null) {
                together.add(unit.id());
                becoming.follow(unit.id(), from, to).forEach((later, part) -> {
                    var other = known.get(later);
                    if (other != null && other.late() != null && !part.isNothing()) {
                        together.join(unit.id(), later);
                        parts.computeIfAbsent(unit.id(), _ -> new ArrayList<>()).add(part(unit.id(), later, part));
                    }
                });
            }
        }
        return grouped(together, known, parts);
    }

    private static Map<UUID, ReconciledGroup> grouped(
            Groups together, Map<UUID, Known> known, Map<UUID, List<GroupPart>> parts) {
        var groups = new LinkedHashMap<UUID, ReconciledGroup>();
        for (var ids : together.all()) {
            var before = new ArrayList<GroupUnit>();
            var after = new ArrayList<GroupUnit>();
            var inside = new ArrayList<GroupPart>();
            for (var id : ids) {
                var unit = known.get(id);
                if (unit != null) {
                    add(before, unit.early());
                    add(after, unit.late());
                }
                inside.addAll(parts.getOrDefault(id, List.of()));
            }
            groups.put(ids.getFirst(), new ReconciledGroup(before, after, inside));
        }
        return groups;
    }

    private static void add(List<GroupUnit> units, @Nullable GroupUnit unit) {
        if (unit != null) {
            units.add(unit);
        }
    }

    private static GroupPart part(UUID from, UUID to, Becoming.Part part) {
        var share = part.share();
        return new GroupPart(from, to, part.isWhole() ? "WHOLE" : "PART", share == null ? null : share.toString());
    }

    private static @Nullable GroupUnit named(UUID id, @Nullable String name, @Nullable String kind) {
        return name == null || kind == null ? null : new GroupUnit(id, name, kind);
    }

    private List<Becoming.Link> links(LocalDate from, LocalDate to) {
        return Query.of(LINKS, from, to)
                .list(
                        database,
                        row -> LineageWalks.link(
                                row.id("predecessor"),
                                row.id("successor"),
                                row.text("portion"),
                                row.textOrNull("share"),
                                row.day("effective_on")));
    }
}
