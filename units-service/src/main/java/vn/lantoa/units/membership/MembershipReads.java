package vn.lantoa.units.membership;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Caller;
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Invalid;
import vn.lantoa.problems.NotFound;
import vn.lantoa.rest.Cursor;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;
import vn.lantoa.sql.Query;
import vn.lantoa.sql.Row;
import vn.lantoa.units.person.PersonReads;
import vn.lantoa.units.unit.LineReach;

/** Memberships in lists, as far as the reader may know them; one statement each. */
@ApplicationScoped
public class MembershipReads {
    private static final String PERMISSION = "membership.read";
    /** So many are put in the order of their names for each page; more are read unit by unit. */
    private static final int MOST_BY_NAME = 5_000;
    /** More than any life has; a bound nevertheless. */
    private static final int MOST_OF_A_PERSON = 500;

    private final MembershipScope scope;
    private final PersonReads persons;
    private final Caller caller;
    private final DataSource database;
    private final Clock clock;

    MembershipReads(MembershipScope scope, PersonReads persons, Caller caller, DataSource database, Clock clock) {
        this.scope = scope;
        this.persons = persons;
        this.caller = caller;
        this.database = database;
        this.clock = clock;
    }

    /**
     * The memberships of a person, the latest first: to oneself all of them; to others those at units they reach, and where
     * the person is theirs today the whole way here on the lines that are not confidential.
     */
    public List<MembershipView> ofPerson(UUID person, @Nullable LocalDate asOf) {
        var today = LocalDate.now(clock);
        var query = Query.of("SELECT m.*, NULL AS person_name, v.name AS unit_name FROM membership m")
                .add("JOIN line l ON l.code = m.line")
                .add(named("m", "coalesce(m.valid_to - 1, ?::date)"), today)
                .add("WHERE m.person = ANY (person_records(?)) AND m.annulled_at IS NULL", person)
                .addIf(asOf, "AND m.valid @> ?::date");
        var reach = caller.reach(PERMISSION);
        boolean own = caller.person().map(person::equals).orElse(false)
                && caller.ownShown(PERMISSION).everywhere();
        if (!reach.everywhere() && !own) {
            query.add("AND (");
            LineReach.condition(query, reach, "m.unit", "m.line", "l.confidential", today);
            query.add("OR NOT l.confidential AND (EXISTS (SELECT FROM membership h JOIN line hl ON hl.code = h.line")
                    .add("WHERE h.person = m.person AND NOT hl.confidential AND h.valid @> ?::date AND", today);
            LineReach.condition(query, reach, "h.unit", "h.line", "hl.confidential", today);
            query.add(") OR EXISTS (SELECT FROM post o WHERE o.person = m.person AND o.valid @> ?::date AND", today);
            LineReach.condition(query, reach, "o.unit", "'ADMINISTRATIVE'", "false", today);
            query.add("AND");
            LineReach.conditionOfPost(query, reach, "o.unit", today);
            query.add(")))");
        }
        var found = query.add("ORDER BY m.valid_from DESC NULLS LAST, m.id LIMIT ?", MOST_OF_A_PERSON)
                .list(database, MembershipReads::view);
        if (found.isEmpty() && !own) {
            // nothing to tell: whether there is such a person is told to those who may read the record
            persons.requireReadable(person, caller.reach("person.read"), today);
        }
        return found;
    }

    /** Where a person belongs on a day, for that person's own eyes. */
    public List<MembershipView> own(UUID person, LocalDate day) {
        return Query.of("SELECT m.*, NULL AS person_name, v.name AS unit_name FROM membership m")
                .add(named("m", "?::date"), day)
                .add(
                        "WHERE m.person = ANY (person_records(?)) AND m.valid @> ?::date ORDER BY m.kind, m.line, m.id",
                        person,
                        day)
                .list(database, MembershipReads::view);
    }

    /** Who belongs to the unit itself, in the order of their names. */
    Page<MembershipView> of(UUID unit, MemberFilter filter, LocalDate day, PageRequest page) {
        var matching = Query.of("FROM membership m JOIN person p ON p.id = m.person")
                .add("WHERE m.unit = ? AND m.line = ? AND m.valid @> ?::date", unit, filter.line, day)
                .addIf(filter.kind, "AND m.kind = ?");
        restrict(matching, unit, filter.line);
        var query =
                Query.of("SELECT m.*, p.name AS person_name, NULL AS unit_name").add(matching);
        var after = Cursor.decode(page.cursor, 2);
        if (after != null) {
            query.add("AND (p.name, m.id) > (? COLLATE \"vi-x-icu\", ?)", after.key(0), id(after.key(1)));
        }
        var rows = query.add("ORDER BY p.name, m.id LIMIT ?", page.limit + 1)
                .plannedForItsValues()
                .list(database, MembershipReads::view);
        return inOrderOfNames(unit, rows, page, matching);
    }

    /**
     * Who belongs to the unit or to what stands under it on the line, unit by unit: in the order of the closure's own key,
     * so that a page reads a page, however much stands under the unit.
     */
    Page<MembershipView> within(UUID unit, MemberFilter filter, LocalDate day, PageRequest page) {
        var matching = Query.of("FROM unit_closure c JOIN membership m ON m.unit = c.descendant AND m.line = c.line")
                .add("WHERE c.ancestor = ? AND c.line = ? AND c.valid @> ?::date", unit, filter.line, day)
                .add("AND m.valid @> ?::date", day)
                .addIf(filter.kind, "AND m.kind = ?");
        restrict(matching, unit, filter.line);
        if (filter.order == MemberOrder.NAME) {
            return byName(unit, matching, day, page);
        }
        var query = Query.of("SELECT m.*, p.name AS person_name, v.name AS unit_name FROM (SELECT m.*")
                .add(matching);
        var after = Cursor.decode(page.cursor, 2);
        if (after != null) {
            var last = id(after.key(0));
            query.add("AND c.descendant >= ? AND (c.descendant, m.id) > (?, ?)", last, last, id(after.key(1)));
        }
        var rows = query.add("ORDER BY c.descendant, m.id LIMIT ?) AS m", page.limit + 1)
                .add("JOIN person p ON p.id = m.person")
                .add(named("m", "?::date"), day)
                .add("ORDER BY m.unit, m.id")
                .plannedForItsValues()
                .list(database, MembershipReads::view);
        return known(unit, Page.of(rows, page.limit, row -> Cursor.of(row.unit(), row.id()), total(page, matching)));
    }

    /** @throws Invalid 422 {@code too-many-to-order} */
    private Page<MembershipView> byName(UUID unit, Query matching, LocalDate day, PageRequest page) {
        var bounded =
                Query.of("SELECT count(*) FROM (SELECT").add(matching).add("LIMIT ?) AS bounded", MOST_BY_NAME + 1);
        if (bounded.plannedForItsValues().count(database) > MOST_BY_NAME) {
            throw new Invalid("too-many-to-order", FieldError.at("?order", "too-many-to-order", MOST_BY_NAME));
        }
        var query = Query.of("SELECT m.*, v.name AS unit_name FROM (SELECT n.* FROM (")
                .add("SELECT m.*, p.name AS person_name FROM (SELECT m.*")
                .add(matching)
                .add("OFFSET 0) AS m JOIN person p ON p.id = m.person) AS n WHERE true");
        var after = Cursor.decode(page.cursor, 2);
        if (after != null) {
            query.add("AND (n.person_name, n.id) > (? COLLATE \"vi-x-icu\", ?)", after.key(0), id(after.key(1)));
        }
        var rows = query.add("ORDER BY n.person_name, n.id LIMIT ?) AS m", page.limit + 1)
                .add(named("m", "?::date"), day)
                .add("ORDER BY m.person_name, m.id")
                .plannedForItsValues()
                .list(database, MembershipReads::view);
        return inOrderOfNames(unit, rows, page, matching);
    }

    private Page<MembershipView> inOrderOfNames(
            UUID unit, List<MembershipView> rows, PageRequest page, Query matching) {
        return known(
                unit,
                Page.of(
                        rows,
                        page.limit,
                        row -> Cursor.of(String.valueOf(row.personName()), row.id()),
                        total(page, matching)));
    }

    /** Where the unit is within reach, so is what stands under it on the same line; else unit by unit. */
    private void restrict(Query matching, UUID unit, String line) {
        if (!scope.may(PERMISSION, unit, line)) {
            matching.add("AND");
            LineReach.condition(
                    matching,
                    caller.reach(PERMISSION),
                    "m.unit",
                    "m.line",
                    "(SELECT confidential FROM line WHERE code = m.line)",
                    LocalDate.now(clock));
        }
    }

    private @Nullable Long total(PageRequest page, Query matching) {
        return page.total ? Query.of("SELECT count(*)").add(matching).count(database) : null;
    }

    private Page<MembershipView> known(UUID unit, Page<MembershipView> page) {
        if (page.items().isEmpty()
                && Query.of("SELECT count(*) FROM unit WHERE id = ?", unit).count(database) == 0) {
            throw new NotFound("unit-not-found", unit);
        }
        return page;
    }

    /** What the unit is called on a day, else what it was called last. */
    private static String named(String table, String day) {
        return """
                LEFT JOIN LATERAL (
                    SELECT name FROM unit_version WHERE unit = %s.unit
                    ORDER BY (valid @> %s) DESC, valid_from DESC NULLS LAST LIMIT 1) AS v ON true
                """.formatted(table, day);
    }

    private static MembershipView view(Row row) throws SQLException {
        return new MembershipView(
                row.id("id"),
                row.id("person"),
                row.textOrNull("person_name"),
                row.id("unit"),
                row.textOrNull("unit_name"),
                row.text("line"),
                MembershipKind.valueOf(row.text("kind")),
                row.dayOrNull("valid_from"),
                row.dayOrNull("valid_to"),
                row.textOrNull("reason"),
                row.textOrNull("document"),
                row.textOrNull("end_reason"),
                row.idOrNull("reorganisation"),
                row.idOrNull("transfer"),
                row.idOrNull("succeeds"),
                row.instantOrNull("annulled_at"),
                row.number("version"),
                row.instant("created_at"),
                row.instant("updated_at"));
    }

    private static UUID id(String key) {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException foreign) {
            throw new Invalid("invalid-cursor", FieldError.at("?cursor", "invalid-cursor"));
        }
    }
}
