package vn.lantoa.units.person;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Reach;
import vn.lantoa.sql.Query;

/**
 * Which persons a reader reaches: everybody, or whoever has something that ties them to a unit in the reader's subtrees,
 * under whichever of their records. As SQL: what stands in front of the statement, and the condition on {@code p}.
 */
public final class PersonScope {
    /** Up to so many persons are gathered first and then looked through; more are asked about one by one. */
    private static final int FEW = 5_000;

    private static final String[] TIES = {"post", "membership"};

    /**
     * What ties a person to a unit on a day, beside being at home there. A membership on a confidential line, or a post at an
     * organisation of one, counts only for who reaches the unit along that line.
     */
    private static final List<String> HELD = List.of("""
            SELECT t.person FROM post t
            WHERE t.valid @> ?::date AND t.unit IN (SELECT unit FROM reach_unit)
              AND t.unit NOT IN (SELECT unit FROM hidden_unit)""", """
            SELECT t.person FROM membership t
            WHERE t.valid @> ?::date AND t.unit IN (SELECT unit FROM reach_unit)
              AND (t.line IN (SELECT code FROM line WHERE NOT confidential) OR EXISTS (
                  SELECT FROM reach_unit r WHERE r.unit = t.unit AND (r.line IS NULL OR r.line = t.line)))""");

    private final @Nullable Query before;
    private final Query condition;

    private PersonScope(@Nullable Query before, Query condition) {
        this.before = before;
        this.condition = condition;
    }

    /** For lists: whether few or many are in reach decides where the statement begins. */
    public static PersonScope ofList(Reach reach, LocalDate day, DataSource database) {
        if (reach.everywhere()) {
            return everywhere();
        }
        var units = units(reach, day);
        var found = Query.of("")
                .add(units)
                .add("SELECT count(*) FROM (")
                .add(tied(day))
                .add("LIMIT ?) AS few", FEW + 1);
        if (found.plannedForItsValues().count(database) > FEW) {
            return ofOne(reach, day);
        }
        var gathered = Query.of("")
                .add(units)
                .add(", reach_person AS MATERIALIZED (SELECT DISTINCT"
                        + " CASE WHEN h.merged_into IS NULL THEN h.id ELSE person_current(h.id) END AS id"
                        + " FROM person h JOIN (")
                .add(tied(day))
                .add(") AS tie ON tie.person = h.id)");
        return new PersonScope(gathered, Query.of("AND p.id IN (SELECT id FROM reach_person)"));
    }

    /** For a single person: each is asked about by itself. */
    static PersonScope ofOne(Reach reach, LocalDate day) {
        if (reach.everywhere()) {
            return everywhere();
        }
        var condition = Query.of("AND (p.unit IN (SELECT unit FROM reach_unit)");
        for (var held : HELD) {
            condition.add("OR EXISTS (" + held + " AND t.person = ANY (p.id || p.merged))", day);
        }
        return new PersonScope(units(reach, day), condition.add(")"));
    }

    /** Rows where two persons, given as SQL, are or were tied to one unit. */
    static String sharedUnit(String one, String other) {
        return Arrays.stream(TIES)
                .flatMap(mine -> Arrays.stream(TIES)
                        .map(theirs ->
                                "SELECT FROM %s m JOIN %s o ON o.unit = m.unit WHERE m.person = %s AND o.person = %s"
                                        .formatted(mine, theirs, one, other)))
                .collect(Collectors.joining(" UNION ALL "));
    }

    private static PersonScope everywhere() {
        return new PersonScope(null, Query.of(""));
    }

    private static Query units(Reach reach, LocalDate day) {
        var units = reach.roots().stream().map(Reach.Root::unit).toArray(UUID[]::new);
        var lines = reach.roots().stream().map(Reach.Root::line).toArray(String[]::new);
        return Query.of("""
                WITH reach_unit AS MATERIALIZED (
                    SELECT root.unit, root.line FROM unnest(?::uuid[], ?::text[]) AS root (unit, line)
                    UNION
                    SELECT c.descendant, c.line FROM unnest(?::uuid[], ?::text[]) AS root (unit, line)
                    JOIN unit_closure c ON c.ancestor = root.unit AND (root.line IS NULL OR root.line = c.line)
                    WHERE c.valid @> ?::date
                ), hidden_unit AS MATERIALIZED (
                    SELECT h.unit FROM unit_placement h JOIN line l ON l.code = h.line
                    WHERE l.confidential AND h.unit IN (SELECT unit FROM reach_unit)
                      AND NOT EXISTS (
                          SELECT FROM reach_unit r WHERE r.unit = h.unit AND (r.line IS NULL OR r.line = h.line))
                )""", units, lines, units, lines, day);
    }

    private static Query tied(LocalDate day) {
        var tied = Query.of("SELECT u.id AS person FROM person u WHERE u.unit IN (SELECT unit FROM reach_unit)");
        for (var held : HELD) {
            tied.add("UNION ALL " + held, day);
        }
        return tied;
    }

    /** The statement with what the scope needs in front. */
    public Query statement(String fragment) {
        return before == null ? Query.of(fragment) : Query.of("").add(before).add(fragment);
    }

    /** The same, with one more common table expression that the caller completes. */
    Query with(String name) {
        var begin = name + " AS MATERIALIZED (";
        return before == null
                ? Query.of("WITH " + begin)
                : Query.of("").add(before).add(", " + begin);
    }

    public Query condition() {
        return condition;
    }
}
