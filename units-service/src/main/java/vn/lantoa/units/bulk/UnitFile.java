package vn.lantoa.units.bulk;

import jakarta.inject.Singleton;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lantoa.sql.Query;

/**
 * Judges the rows of a file of units against each other and the register, by statements over all of them: parents, lives,
 * codes, places, and how far the caller reaches. What is wrong with a row passes on to the rows that hang on it.
 */
@Singleton
class UnitFile {
    private static final String REFUSE = """
            UPDATE bulk_row r SET outcome = 'WRONG',
                errors = jsonb_build_array(jsonb_strip_nulls(jsonb_build_object('column', ?::text, 'code', ?::text, 'args', '[]'::jsonb)))
            """;

    /** The lives of units of the file and of the register, and the codes they bear. */
    private static final String LIVES = """
            lives AS (
                SELECT (b.data ->> 'unit')::uuid AS unit, b.place,
                       daterange((b.data ->> 'validFrom')::date, (b.data ->> 'validTo')::date) AS valid
                FROM bulk_row b WHERE b.import = ? AND b.outcome = 'NEW' AND b.data ->> 'fact' = 'UNIT')
            """;

    private static final String CODES = """
            codes AS (
                SELECT b.place, (b.data ->> 'unit')::uuid AS unit, b.data ->> 'scheme' AS scheme, b.data ->> 'code' AS value,
                       bulk_period(coalesce((b.data ->> 'validFrom')::date, lower(l.valid)),
                                   coalesce((b.data ->> 'validTo')::date, upper(l.valid))) AS valid
                FROM bulk_row b JOIN lives l ON l.unit = (b.data ->> 'unit')::uuid
                WHERE b.import = ? AND b.outcome = 'NEW' AND b.data ?? 'code' AND b.data ->> 'fact' IN ('UNIT', 'IDENTIFIER'))
            """;

    private static final String PLACES = """
            places AS (
                SELECT b.place, (b.data ->> 'unit')::uuid AS unit, b.data ->> 'line' AS line, (b.data ->> 'parent')::uuid AS parent,
                       bulk_period(coalesce((b.data ->> 'validFrom')::date, lower(l.valid)),
                                   coalesce((b.data ->> 'validTo')::date, upper(l.valid))) AS valid
                FROM bulk_row b JOIN lives l ON l.unit = (b.data ->> 'unit')::uuid
                WHERE b.import = ? AND b.outcome = 'NEW' AND b.data ?? 'line' AND b.data ->> 'fact' IN ('UNIT', 'PLACEMENT'))
            """;

    private final DataSource database;

    UnitFile(DataSource database) {
        this.database = database;
    }

    void judge(BulkCaller caller) {
        var id = caller.importId();
        // of rows that were just staged the planner knows nothing: it would take them for a few, and look at all for
        // each
        Query.of("SET LOCAL enable_nestloop = off").change(database);
        findParents(id);
        refuseUnfoundParents(id);
        refuseTakenCodes(id);
        refuseDoublePlaces(id);
        passOn(caller);
        refuseCircles(id);
        Query.of("SET LOCAL enable_nestloop = on").change(database);
    }

    /** What is wrong with rows passes on to those that hang on them. */
    void passOn(BulkCaller caller) {
        var id = caller.importId();
        int refused;
        do {
            refused = refuseOrphans(id) + refuseParentsOutOfLife(id) + refuseHalves(id) + refuseOutside(id, caller);
        } while (refused > 0);
    }

    /** By the code that the parent bears on the first day of the place: in the register, or in the file. */
    private void findParents(UUID id) {
        Query.of("WITH").add(LIVES, id).add(",").add(CODES, id).add("""
                , wanted AS (
                    SELECT b.place, b.data ->> 'parentScheme' AS scheme, b.data ->> 'parentCode' AS value,
                           coalesce((b.data ->> 'validFrom')::date, lower(l.valid), (b.data ->> 'validTo')::date - 1,
                                    upper(l.valid) - 1, current_date) AS day
                    FROM bulk_row b JOIN lives l ON l.unit = (b.data ->> 'unit')::uuid
                    WHERE b.import = ? AND b.outcome = 'NEW' AND b.data ?? 'parentCode' AND NOT b.data ?? 'parent')
                UPDATE bulk_row r SET data = r.data || jsonb_build_object('parent', found.unit)
                FROM (SELECT DISTINCT ON (w.place) w.place, coalesce(i.unit, c.unit) AS unit
                      FROM wanted w
                      LEFT JOIN unit_identifier i ON i.scheme = w.scheme AND i.value = w.value AND i.valid @> w.day
                      LEFT JOIN codes c ON c.scheme = w.scheme AND c.value = w.value AND c.valid @> w.day
                      ORDER BY w.place, c.place) found
                WHERE r.import = ? AND r.place = found.place AND found.unit IS NOT NULL
                """, id, id).change(database);
    }

    private void refuseUnfoundParents(UUID id) {
        Query.of(REFUSE, "parentCode", "unknown-unit").add("""
                WHERE r.import = ? AND r.outcome = 'NEW' AND r.data ?? 'parentCode' AND NOT r.data ?? 'parent'
                """, id).change(database);
    }

    private void refuseTakenCodes(UUID id) {
        Query.of("WITH").add(LIVES, id).add(",").add(CODES, id).add("""
                UPDATE bulk_row r SET outcome = 'WRONG', errors = jsonb_build_array(jsonb_build_object(
                    'column', 'code', 'code', 'code-not-of-scheme',
                    'args', jsonb_build_array(c.value, s.label_vi, coalesce(s.example, ''))))
                FROM codes c JOIN identifier_scheme s ON s.code = c.scheme
                WHERE r.import = ? AND r.place = c.place AND c.value !~ ('^(' || s.pattern || ')$')
                """, id).change(database);
        Query.of("WITH")
                .add(LIVES, id)
                .add(",")
                .add(CODES, id)
                .add(REFUSE, "code", "code-taken")
                .add("""
                FROM (SELECT c.place FROM codes c
                      JOIN unit_identifier i ON i.scheme = c.scheme AND i.value = c.value AND i.valid && c.valid
                      UNION
                      SELECT c.place FROM codes c
                      JOIN codes o ON o.scheme = c.scheme AND o.value = c.value AND o.place < c.place AND o.valid && c.valid) taken
                WHERE r.import = ? AND r.place = taken.place
                """, id)
                .change(database);
        Query.of("WITH")
                .add(LIVES, id)
                .add(",")
                .add(CODES, id)
                .add(REFUSE, "code", "code-of-scheme-borne")
                .add("""
                FROM codes c WHERE r.import = ? AND r.place = c.place
                  AND EXISTS (SELECT FROM codes o
                              WHERE o.unit = c.unit AND o.scheme = c.scheme AND o.place < c.place AND o.valid && c.valid)
                """, id)
                .change(database);
    }

    private void refuseDoublePlaces(UUID id) {
        Query.of("WITH")
                .add(LIVES, id)
                .add(",")
                .add(PLACES, id)
                .add(REFUSE, "line", "placed-already")
                .add("""
                FROM places p WHERE r.import = ? AND r.place = p.place
                  AND EXISTS (SELECT FROM places o
                              WHERE o.unit = p.unit AND o.line = p.line AND o.place < p.place AND o.valid && p.valid)
                """, id)
                .change(database);
        Query.of("WITH")
                .add(LIVES, id)
                .add(",")
                .add(PLACES, id)
                .add(REFUSE, "line", "second-root")
                .add("""
                FROM places p WHERE r.import = ? AND r.place = p.place AND p.parent IS NULL
                  AND (EXISTS (SELECT FROM unit_placement o WHERE o.parent IS NULL AND o.line = p.line AND o.valid && p.valid)
                       OR EXISTS (SELECT FROM places o WHERE o.parent IS NULL AND o.line = p.line AND o.place < p.place
                                  AND o.valid && p.valid))
                """, id)
                .change(database);
    }

    /** Facts of units that the file does not bring, or outside of their lives. */
    private int refuseOrphans(UUID id) {
        return Query.of("WITH")
                        .add(LIVES, id)
                        .add(REFUSE, "id", "unknown-unit")
                        .add("""
                WHERE r.import = ? AND r.outcome = 'NEW' AND r.data ->> 'fact' <> 'UNIT'
                  AND NOT EXISTS (SELECT FROM lives l WHERE l.unit = (r.data ->> 'unit')::uuid)
                """, id)
                        .change(database)
                + Query.of("WITH")
                        .add(LIVES, id)
                        .add(REFUSE, null, "outside-life")
                        .add("""
                FROM lives l WHERE r.import = ? AND r.outcome = 'NEW' AND r.data ->> 'fact' <> 'UNIT'
                  AND l.unit = (r.data ->> 'unit')::uuid
                  AND NOT l.valid @> bulk_period(coalesce((r.data ->> 'validFrom')::date, lower(l.valid)),
                                                 coalesce((r.data ->> 'validTo')::date, upper(l.valid)))
                """, id)
                        .change(database);
    }

    private int refuseParentsOutOfLife(UUID id) {
        return Query.of("WITH")
                .add(LIVES, id)
                .add(",")
                .add(PLACES, id)
                .add(REFUSE, null, "parent-not-existing-then")
                .add("""
                FROM places p WHERE r.import = ? AND r.place = p.place AND p.parent IS NOT NULL
                  AND NOT EXISTS (SELECT FROM lives l WHERE l.unit = p.parent AND l.valid @> p.valid)
                  AND NOT EXISTS (SELECT FROM unit u WHERE u.id = p.parent AND u.valid @> p.valid)
                """, id)
                .change(database);
    }

    /** No unit without one of its facts. */
    private int refuseHalves(UUID id) {
        return Query.of(REFUSE, null, "unit-row-wrong").add("""
                WHERE r.import = ? AND r.outcome = 'NEW' AND r.data ->> 'fact' = 'UNIT'
                  AND EXISTS (SELECT FROM bulk_row w WHERE w.import = ? AND w.outcome = 'WRONG'
                              AND w.data ->> 'unit' = r.data ->> 'unit')
                """, id, id).change(database);
    }

    /** A unit is registered under parents within the caller's reach, or under units of the file that are. */
    private int refuseOutside(UUID id, BulkCaller caller) {
        if (caller.reach().everywhere()) {
            return 0;
        }
        var query = Query.of("WITH")
                .add(LIVES, id)
                .add(",")
                .add(PLACES, id)
                .add(", allowed AS (SELECT u.id FROM unit u WHERE true");
        Reaches.within(query, "u.id", caller.reach(), null, caller.today());
        return query.add(")")
                .add(REFUSE.replace("'[]'", "'[\"" + UnitKind.PERMISSION + "\"]'"), null, "outside-your-units")
                .add("""
                WHERE r.import = ? AND r.outcome = 'NEW' AND r.data ->> 'fact' = 'UNIT'
                  AND (NOT EXISTS (SELECT FROM places p WHERE p.unit = r.id)
                       OR EXISTS (SELECT FROM places p WHERE p.unit = r.id
                                  AND (p.parent IS NULL
                                       OR (p.parent NOT IN (SELECT id FROM allowed)
                                           AND p.parent NOT IN (SELECT unit FROM lives)))))
                """, id)
                .change(database);
    }

    private void refuseCircles(UUID id) {
        Query.of("WITH RECURSIVE")
                .add(LIVES, id)
                .add(",")
                .add(PLACES, id)
                .add("""
                , up (start, place, node, line, valid, depth) AS (
                    SELECT p.unit, p.place, p.parent, p.line, p.valid, 1 FROM places p WHERE p.parent IS NOT NULL
                    UNION
                    SELECT up.start, up.place, p.parent, up.line, up.valid * p.valid, up.depth + 1
                    FROM up JOIN places p ON p.unit = up.node AND p.line = up.line AND p.valid && up.valid
                    WHERE p.parent IS NOT NULL AND up.node <> up.start AND up.depth < 50)
                """)
                .add(REFUSE, "parentId", "file-circle")
                .add("""
                FROM up WHERE r.import = ? AND r.place = up.place AND up.node = up.start
                """, id)
                .change(database);
    }
}
