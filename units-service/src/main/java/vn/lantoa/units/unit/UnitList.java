package vn.lantoa.units.unit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Invalid;
import vn.lantoa.rest.Cursor;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;
import vn.lantoa.units.sql.Query;
import vn.lantoa.units.sql.Row;

/** Lists of units: one statement a page, in the order of Vietnamese names. */
@ApplicationScoped
class UnitList {
    private static final String COLUMNS = """
            u.id, v.name, v.short_name, v.kind, v.sector, u.valid_from, u.valid_to, u.remark, u.version, u.updated_at,
            (SELECT i.value FROM unit_identifier i
             WHERE i.unit = u.id AND i.scheme = 'ADMINISTRATIVE_CODE' AND i.valid @> ?::date) AS code
            """;
    private static final String ON_DAY = "FROM unit_version v JOIN unit u ON u.id = v.unit WHERE v.valid @> ?::date";

    /** Ended and future units too, as they last or first were. */
    private static final String EVER = """
            FROM unit u
            JOIN unit_version v ON v.unit = u.id AND v.valid @> CASE WHEN u.valid_to <= ?::date THEN u.valid_to - 1
                WHEN u.valid_from > ?::date THEN u.valid_from ELSE ?::date END
            WHERE u.updated_at >= ?
            """;

    /** What became of units of that name, over all generations. */
    private static final String HEIRS = """
            WITH RECURSIVE heir AS (
                SELECT l.successor AS unit FROM unit_lineage l JOIN unit_version f ON f.unit = l.predecessor
                WHERE f.folded LIKE '%' || unit_fold(?) || '%' AND l.effective_on <= ?::date
                UNION
                SELECT l.successor FROM heir h JOIN unit_lineage l ON l.predecessor = h.unit
                WHERE l.effective_on <= ?::date
            )
            SELECT unit FROM heir
            """;

    private static final String NAMED = """
            AND v.unit IN (
                SELECT f.unit FROM unit_version f WHERE f.folded LIKE '%' || unit_fold(?) || '%'
                UNION ALL
                SELECT i.unit FROM unit_identifier i WHERE lower(i.value) LIKE lower(?) || '%'
                UNION ALL
                (""" + HEIRS + """
            ))
            """;

    /** A former or later name, or a code. */
    private static final String OTHERWISE_NAMED = """
            AND v.unit IN (
                SELECT f.unit FROM unit_version f
                WHERE f.folded LIKE '%' || unit_fold(?) || '%' AND NOT f.valid @> ?::date
                UNION ALL
                SELECT i.unit FROM unit_identifier i WHERE lower(i.value) LIKE lower(?) || '%'
            )
            """;

    private static final String SUCCEEDING = "AND v.unit IN (" + HEIRS + ")";

    private static final String BRANCH = "SELECT v.unit, v.name FROM unit_version v WHERE v.valid @> ?::date";

    private final DataSource database;

    UnitList(DataSource database) {
        this.database = database;
    }

    Page<UnitSummary> page(UnitFilter filter, LocalDate day, PageRequest page) {
        var since = filter.updatedSince;
        return since == null ? byName(filter, day, page) : byChange(filter, since, day, page);
    }

    private Page<UnitSummary> byName(UnitFilter filter, LocalDate day, PageRequest page) {
        var after = Cursor.decode(page.cursor, 2);
        var hits = hits(filter.q, branch -> narrow(branch, filter, day), day, after, page.limit);
        var rows = new Query("SELECT " + COLUMNS + "FROM (", day)
                .add(hits)
                .add(") AS hit JOIN unit_version v ON v.unit = hit.unit AND v.valid @> ?::date", day)
                .add("JOIN unit u ON u.id = v.unit ORDER BY v.name, v.unit")
                .plannedAnew()
                .list(database, UnitList::summary);
        var matching = narrow(new Query(ON_DAY, day), filter, day);
        return Page.of(
                rows, page.limit, row -> Cursor.of(row.name(), row.id()), total(page, named(matching, filter.q, day)));
    }

    /**
     * Unit and name of one row more than a page. Present names are a branch of their own: whether to walk the names in
     * order or to start from the trigrams is then for the planner to choose, and it knows how frequent the text is.
     */
    private static Query hits(
            @Nullable String q, UnaryOperator<Query> narrowing, LocalDate day, @Nullable Cursor after, int limit) {
        if (q == null) {
            return ordered(narrowing.apply(new Query(BRANCH, day)), after, limit);
        }
        var text = Query.literally(q.strip());
        var present = narrowing.apply(new Query(BRANCH, day)).add("AND v.folded LIKE '%' || unit_fold(?) || '%'", text);
        var otherwise = narrowing.apply(new Query(BRANCH, day)).add(OTHERWISE_NAMED, text, day, text);
        var succeeding = narrowing.apply(new Query(BRANCH, day)).add(SUCCEEDING, text, day, day);
        return new Query("SELECT unit, name FROM ((")
                .add(ordered(present, after, limit))
                .add(") UNION (")
                .add(ordered(otherwise, after, limit))
                .add(") UNION (")
                .add(ordered(succeeding, after, limit))
                .add(")) AS branch ORDER BY name, unit LIMIT ?", limit + 1);
    }

    private static Query ordered(Query branch, @Nullable Cursor after, int limit) {
        if (after != null) {
            branch.add("AND (v.name, v.unit) > (? COLLATE \"vi-x-icu\", ?)", after.key(0), id(after.key(1)));
        }
        return branch.add("ORDER BY v.name, v.unit LIMIT ?", limit + 1);
    }

    private Page<UnitSummary> byChange(UnitFilter filter, Instant since, LocalDate day, PageRequest page) {
        var matching = named(narrow(new Query(EVER, day, day, day, since), filter, day), filter.q, day);
        var query = new Query("SELECT " + COLUMNS, day).add(matching);
        var after = Cursor.decode(page.cursor, 2);
        if (after != null) {
            query.add("AND (u.updated_at, u.id) > (?, ?)", instant(after.key(0)), id(after.key(1)));
        }
        var rows = query.add("ORDER BY u.updated_at, u.id LIMIT ?", page.limit + 1)
                .plannedAnew()
                .list(database, UnitList::summary);
        return Page.of(rows, page.limit, row -> Cursor.of(row.updatedAt(), row.id()), total(page, matching));
    }

    private @Nullable Long total(PageRequest page, Query matching) {
        return page.total ? new Query("SELECT count(*)").add(matching).count(database) : null;
    }

    private static Query named(Query query, @Nullable String q, LocalDate day) {
        if (q == null) {
            return query;
        }
        var text = Query.literally(q.strip());
        return query.add(NAMED, text, text, text, day, day);
    }

    private static Query narrow(Query query, UnitFilter filter, LocalDate day) {
        query.addIf(filter.kind, "AND v.kind = ?").addIf(filter.sector, "AND v.sector = ?");
        if (filter.parent != null) {
            query.add(
                            "AND EXISTS (SELECT FROM unit_placement p WHERE p.unit = v.unit AND p.parent = ? AND p.valid @> ?::date",
                            filter.parent,
                            day)
                    .addIf(filter.line, "AND p.line = ?")
                    .add(")");
        }
        if (filter.within != null) {
            query.add(
                            "AND EXISTS (SELECT FROM unit_closure c WHERE c.descendant = v.unit AND c.ancestor = ? AND c.valid @> ?::date",
                            filter.within,
                            day)
                    .addIf(filter.line, "AND c.line = ?")
                    .add(")");
        }
        if (filter.line != null && filter.parent == null && filter.within == null) {
            query.add(
                    "AND EXISTS (SELECT FROM unit_placement p WHERE p.unit = v.unit AND p.line = ? AND p.valid @> ?::date)",
                    filter.line,
                    day);
        }
        return query;
    }

    /** What stands directly under the unit. */
    Page<UnitSummary> children(UUID unit, @Nullable String line, LocalDate day, PageRequest page) {
        return below(new Query("""
                        FROM (SELECT p.line, 1 AS depth, p.unit AS descendant FROM unit_placement p
                              WHERE p.parent = ? AND p.valid @> ?::date) AS c
                        JOIN unit u ON u.id = c.descendant
                        JOIN unit_version v ON v.unit = u.id AND v.valid @> ?::date
                        WHERE true
                        """, unit, day, day).addIf(line, "AND c.line = ?"), day, page);
    }

    /** What stands under the unit at any depth. */
    Page<UnitSummary> descendants(UUID unit, @Nullable String line, LocalDate day, PageRequest page) {
        return below(new Query("""
                        FROM unit_closure c
                        JOIN unit u ON u.id = c.descendant
                        JOIN unit_version v ON v.unit = u.id AND v.valid @> ?::date
                        WHERE c.ancestor = ? AND c.valid @> ?::date AND c.depth > 0
                        """, day, unit, day).addIf(line, "AND c.line = ?"), day, page);
    }

    private Page<UnitSummary> below(Query matching, LocalDate day, PageRequest page) {
        var query = new Query("SELECT c.line, c.depth," + COLUMNS, day).add(matching);
        var after = Cursor.decode(page.cursor, 3);
        if (after != null) {
            query.add(
                    "AND (v.name, v.unit, c.line) > (? COLLATE \"vi-x-icu\", ?, ?)",
                    after.key(0),
                    id(after.key(1)),
                    after.key(2));
        }
        var rows = query.add("ORDER BY v.name, v.unit, c.line LIMIT ?", page.limit + 1)
                .plannedAnew()
                .list(database, UnitList::neighbour);
        return Page.of(
                rows,
                page.limit,
                row -> Cursor.of(row.name(), row.id(), String.valueOf(row.line())),
                total(page, matching));
    }

    /** What the unit stands under, nearest first; never more than the depth of a line allows. */
    Page<UnitSummary> above(UUID unit, @Nullable String line, LocalDate day) {
        var rows = new Query("SELECT c.line, c.depth," + COLUMNS, day)
                .add("""
                        FROM unit_closure c
                        JOIN unit u ON u.id = c.ancestor
                        JOIN unit_version v ON v.unit = u.id AND v.valid @> ?::date
                        WHERE c.descendant = ? AND c.valid @> ?::date AND c.depth > 0
                        """, day, unit, day)
                .addIf(line, "AND c.line = ?")
                .add("ORDER BY c.line, c.depth")
                .list(database, UnitList::neighbour);
        return new Page<>(rows, null, null);
    }

    /** What anybody may know. */
    Page<PublicUnit> published(@Nullable String q, @Nullable String kind, LocalDate day, PageRequest page) {
        UnaryOperator<Query> narrowing = branch -> branch.addIf(kind, "AND v.kind = ?");
        var hits = hits(q, narrowing, day, Cursor.decode(page.cursor, 2), page.limit);
        var rows = new Query("SELECT v.unit, v.name, v.short_name, v.kind FROM (")
                .add(hits)
                .add(") AS hit JOIN unit_version v ON v.unit = hit.unit AND v.valid @> ?::date", day)
                .add("ORDER BY v.name, v.unit")
                .plannedAnew()
                .list(
                        database,
                        row -> new PublicUnit(
                                row.id("unit"), row.text("name"), row.textOrNull("short_name"), row.text("kind")));
        var matching = named(narrowing.apply(new Query("FROM unit_version v WHERE v.valid @> ?::date", day)), q, day);
        return Page.of(rows, page.limit, row -> Cursor.of(row.name(), row.id()), total(page, matching));
    }

    private static UnitSummary summary(Row row) throws SQLException {
        return summary(row, null, null);
    }

    private static UnitSummary neighbour(Row row) throws SQLException {
        return summary(row, row.text("line"), row.integer("depth"));
    }

    private static UnitSummary summary(Row row, @Nullable String line, @Nullable Integer depth) throws SQLException {
        return new UnitSummary(
                row.id("id"),
                row.text("name"),
                row.textOrNull("short_name"),
                row.text("kind"),
                row.text("sector"),
                row.textOrNull("code"),
                row.dayOrNull("valid_from"),
                row.dayOrNull("valid_to"),
                row.textOrNull("remark"),
                line,
                depth,
                row.number("version"),
                row.instant("updated_at"));
    }

    private static UUID id(String key) {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException foreign) {
            throw new Invalid("invalid-cursor", FieldError.at("?cursor", "invalid-cursor"));
        }
    }

    private static Instant instant(String key) {
        try {
            return Instant.parse(key);
        } catch (DateTimeParseException foreign) {
            throw new Invalid("invalid-cursor", FieldError.at("?cursor", "invalid-cursor"));
        }
    }
}
