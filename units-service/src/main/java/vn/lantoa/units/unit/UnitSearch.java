package vn.lantoa.units.unit;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Invalid;
import vn.lantoa.rest.Cursor;
import vn.lantoa.sql.Query;

/** Units by a text: part of a present, former or later name, of that of a unit merged into them, or the begin of a code. */
final class UnitSearch {
    private static final String BRANCH = "SELECT v.unit, v.name FROM unit_version v WHERE v.valid @> ?::date";
    private static final String CODED =
            "SELECT i.unit FROM unit_identifier i WHERE lower(i.value) LIKE lower(?) || '%'";
    private static final int LETTERS_OF_A_TRIGRAM = 3;

    private UnitSearch() {}

    /**
     * Unit and name of one row more than a page. Present names are a branch of their own: whether to walk the names in
     * order or to start from the trigrams is then for the planner to choose, and it knows how frequent the text is.
     */
    static Query hits(
            @Nullable String q, UnaryOperator<Query> narrowing, LocalDate day, @Nullable Cursor after, int limit) {
        if (q == null) {
            return ordered(narrowing.apply(Query.of(BRANCH, day)), after, limit);
        }
        var text = Query.literally(q.strip());
        var present = narrowing.apply(Query.of(BRANCH, day)).add("AND").add(holds("v.folded", text));
        var otherwise = narrowing
                .apply(Query.of(BRANCH, day))
                .add("AND v.unit IN (SELECT f.unit FROM unit_version f WHERE")
                .add(holds("f.folded", text))
                .add("AND NOT f.valid @> ?::date UNION ALL", day)
                .add(CODED + ")", text);
        var succeeding = narrowing
                .apply(Query.of(BRANCH, day))
                .add("AND v.unit IN (")
                .add(heirs(text, day))
                .add(")");
        return Query.of("SELECT unit, name FROM ((")
                .add(ordered(present, after, limit))
                .add(") UNION (")
                .add(ordered(otherwise, after, limit))
                .add(") UNION (")
                .add(ordered(succeeding, after, limit))
                .add(")) AS branch ORDER BY name, unit LIMIT ?", limit + 1);
    }

    /** Adds the condition on the unit of {@code v}. */
    static Query named(Query query, @Nullable String q, LocalDate day) {
        if (q == null) {
            return query;
        }
        var text = Query.literally(q.strip());
        return query.add("AND v.unit IN (SELECT f.unit FROM unit_version f WHERE")
                .add(holds("f.folded", text))
                .add("UNION ALL " + CODED + " UNION ALL (", text)
                .add(heirs(text, day))
                .add("))");
    }

    /** What became of units of that name, over all generations. */
    private static Query heirs(String text, LocalDate day) {
        return Query.of("""
                        WITH RECURSIVE heir AS (
                            SELECT l.successor AS unit FROM unit_lineage l JOIN unit_version f ON f.unit = l.predecessor
                            WHERE l.effective_on <= ?::date AND""", day).add(holds("f.folded", text)).add("""
                            UNION
                            SELECT l.successor FROM heir h JOIN unit_lineage l ON l.predecessor = h.unit
                            WHERE l.effective_on <= ?::date
                        )
                        SELECT unit FROM heir""", day);
    }

    /** Two letters make no trigram but with the begin of a word before them: so short a text is looked for only there. */
    private static Query holds(String column, String text) {
        if (text.length() < LETTERS_OF_A_TRIGRAM && text.indexOf(' ') < 0) {
            return Query.of(
                    "(" + column + " LIKE unit_fold(?) || '%' OR " + column + " LIKE '% ' || unit_fold(?) || '%')",
                    text,
                    text);
        }
        return Query.of(column + " LIKE '%' || unit_fold(?) || '%'", text);
    }

    private static Query ordered(Query branch, @Nullable Cursor after, int limit) {
        if (after != null) {
            branch.add("AND (v.name, v.unit) > (? COLLATE \"vi-x-icu\", ?)", after.key(0), id(after.key(1)));
        }
        return branch.add("ORDER BY v.name, v.unit LIMIT ?", limit + 1);
    }

    static UUID id(String key) {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException foreign) {
            throw new Invalid("invalid-cursor", FieldError.at("?cursor", "invalid-cursor"));
        }
    }
}
