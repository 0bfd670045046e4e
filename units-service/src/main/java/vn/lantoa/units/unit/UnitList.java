package vn.lantoa.units.unit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Invalid;
import vn.lantoa.rest.Cursor;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;
import vn.lantoa.sql.Query;
import vn.lantoa.sql.Row;

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

    private final DataSource database;

    UnitList(DataSource database) {
        this.database = database;
    }

    Page<UnitSummary> page(UnitFilter filter, LocalDate day, PageRequest page) {
        var since = filter.updatedSince;
        return since == null ? byName(filter, day, page) : byChange(filter, since, day, page);
    }

    private Page<UnitSummary> byName(UnitFilter filter, LocalDate day, PageRequest page) {
        var after = Cursor.decode(page.cursor, UnitSearch.KEYS);
        var hits = UnitSearch.hits(filter.q, branch -> narrow(branch, filter, day), day, after, page.limit);
        var rows = Query.of("SELECT hit.rank, found.what, found.text, found.unit AS bearer, " + COLUMNS + "FROM (", day)
                .add(hits)
                .add(") AS hit JOIN unit_version v ON v.unit = hit.unit AND v.valid @> ?::date", day)
                .add("JOIN unit u ON u.id = v.unit")
                .add(UnitSearch.reasons(filter.q, day))
                .add("ORDER BY hit.rank, v.name, v.unit")
                .plannedForItsValues()
                .list(database, row -> new Hit<>(row.integer("rank"), summary(row, null, null, found(row))));
        var matching = narrow(Query.of(ON_DAY, day), filter, day);
        return Hit.page(
                rows,
                page.limit,
                hit -> Cursor.of(hit.rank(), hit.unit().name(), hit.unit().id()),
                total(page, UnitSearch.named(matching, filter.q, day)));
    }

    private Page<UnitSummary> byChange(UnitFilter filter, Instant since, LocalDate day, PageRequest page) {
        var matching = UnitSearch.named(narrow(Query.of(EVER, day, day, day, since), filter, day), filter.q, day);
        var query = Query.of("SELECT " + COLUMNS, day).add(matching);
        var after = Cursor.decode(page.cursor, 2);
        if (after != null) {
            query.add("AND (u.updated_at, u.id) > (?, ?)", instant(after.key(0)), UnitSearch.id(after.key(1)));
        }
        var rows = query.add("ORDER BY u.updated_at, u.id LIMIT ?", page.limit + 1)
                .plannedForItsValues()
                .list(database, UnitList::summary);
        return Page.of(rows, page.limit, row -> Cursor.of(row.updatedAt(), row.id()), total(page, matching));
    }

    private @Nullable Long total(PageRequest page, Query matching) {
        return page.total ? Query.of("SELECT count(*)").add(matching).count(database) : null;
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
        return below(Query.of("""
                        FROM (SELECT p.line, 1 AS depth, p.unit AS descendant FROM unit_placement p
                              WHERE p.parent = ? AND p.valid @> ?::date) AS c
                        JOIN unit_version v ON v.unit = c.descendant AND v.valid @> ?::date
                        WHERE true
                        """, unit, day, day).addIf(line, "AND c.line = ?"), day, page);
    }

    /** What stands under the unit at any depth. */
    Page<UnitSummary> descendants(UUID unit, @Nullable String line, LocalDate day, PageRequest page) {
        return below(Query.of("""
                        FROM unit_closure c
                        JOIN unit_version v ON v.unit = c.descendant AND v.valid @> ?::date
                        WHERE c.ancestor = ? AND c.valid @> ?::date AND c.depth > 0
                        """, day, unit, day).addIf(line, "AND c.line = ?"), day, page);
    }

    private Page<UnitSummary> below(Query matching, LocalDate day, PageRequest page) {
        // a page of names first, and only its units then: the planner would read all units for those of a subtree
        var query = Query.of("SELECT hit.line, hit.depth," + COLUMNS, day)
                .add("FROM (SELECT c.line, c.depth, v.id AS version")
                .add(matching);
        var after = Cursor.decode(page.cursor, 3);
        if (after != null) {
            query.add(
                    "AND (v.name, v.unit, c.line) > (? COLLATE \"vi-x-icu\", ?, ?)",
                    after.key(0),
                    UnitSearch.id(after.key(1)),
                    after.key(2));
        }
        var rows = query.add("ORDER BY v.name, v.unit, c.line LIMIT ?) AS hit", page.limit + 1)
                .add("JOIN unit_version v ON v.id = hit.version JOIN unit u ON u.id = v.unit")
                .add("ORDER BY v.name, v.unit, hit.line")
                .plannedForItsValues()
                .list(database, UnitList::neighbour);
        return Page.of(
                rows,
                page.limit,
                row -> Cursor.of(row.name(), row.id(), String.valueOf(row.line())),
                total(page, matching));
    }

    /** What the unit stands under, nearest first; never more than the depth of a line allows. */
    Page<UnitSummary> above(UUID unit, @Nullable String line, LocalDate day) {
        var rows = Query.of("SELECT c.line, c.depth," + COLUMNS, day)
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
        var hits = UnitSearch.hits(q, narrowing, day, Cursor.decode(page.cursor, UnitSearch.KEYS), page.limit);
        var rows = Query.of("SELECT hit.rank, v.unit AS id, v.name, v.short_name, v.kind, found.what, found.text,"
                        + " found.unit AS bearer FROM (")
                .add(hits)
                .add(") AS hit JOIN unit_version v ON v.unit = hit.unit AND v.valid @> ?::date", day)
                .add(UnitSearch.reasons(q, day))
                .add("ORDER BY hit.rank, v.name, v.unit")
                .plannedForItsValues()
                .list(
                        database,
                        row -> new Hit<>(
                                row.integer("rank"),
                                new PublicUnit(
                                        row.id("id"),
                                        row.text("name"),
                                        row.textOrNull("short_name"),
                                        row.text("kind"),
                                        found(row))));
        var matching = UnitSearch.named(
                narrowing.apply(Query.of("FROM unit_version v WHERE v.valid @> ?::date", day)), q, day);
        return Hit.page(
                rows,
                page.limit,
                hit -> Cursor.of(hit.rank(), hit.unit().name(), hit.unit().id()),
                total(page, matching));
    }

    /** A row of a search with the rank that its order begins with. */
    private record Hit<T>(int rank, T unit) {
        static <T> Page<T> page(List<Hit<T>> rows, int limit, Function<Hit<T>, Cursor> key, @Nullable Long total) {
            var page = Page.of(rows, limit, key, total);
            return new Page<>(page.items().stream().map(Hit::unit).toList(), page.next(), page.total());
        }
    }

    private static @Nullable FoundBy found(Row row) throws SQLException {
        return FoundBy.of(row.textOrNull("what"), row.textOrNull("text"), row.idOrNull("bearer"));
    }

    private static UnitSummary summary(Row row) throws SQLException {
        return summary(row, null, null, null);
    }

    private static UnitSummary neighbour(Row row) throws SQLException {
        return summary(row, row.text("line"), row.integer("depth"), null);
    }

    private static UnitSummary summary(
            Row row, @Nullable String line, @Nullable Integer depth, @Nullable FoundBy foundBy) throws SQLException {
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
                foundBy,
                row.number("version"),
                row.instant("updated_at"));
    }

    private static Instant instant(String key) {
        try {
            return Instant.parse(key);
        } catch (DateTimeParseException foreign) {
            throw new Invalid("invalid-cursor", FieldError.at("?cursor", "invalid-cursor"));
        }
    }
}
