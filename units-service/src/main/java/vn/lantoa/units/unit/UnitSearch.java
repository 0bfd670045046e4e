package vn.lantoa.units.unit;

import java.text.Normalizer;
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
    /** How many keys the order of hits has: rank, name, unit. */
    static final int KEYS = 3;

    private static final String CODED =
            "SELECT i.unit FROM unit_identifier i WHERE lower(i.value) LIKE lower(?) || '%'";
    private static final int LETTERS_OF_A_TRIGRAM = 3;

    private UnitSearch() {}

    /**
     * Rank, unit and name of one row more than a page. First come the names that begin with the text: a range of the index
     * of names, however many they are. Only where they do not fill the page are the others looked for, each kind in a
     * branch of its own: whether to walk the names in order or to start from the trigrams is then for the planner to
     * choose, and it knows how frequent the text is.
     */
    static Query hits(
            @Nullable String q, UnaryOperator<Query> narrowing, LocalDate day, @Nullable Cursor after, int limit) {
        if (q == null) {
            return ordered(narrowing.apply(branch(1, day)), after, limit);
        }
        var text = Query.literally(normalised(q));
        var beginning = narrowing.apply(branch(0, day)).add("AND").add(begins(text));
        var hits = Query.of("WITH beginning AS MATERIALIZED (");
        if (after == null || after.key(0).equals("0")) {
            hits.add(ordered(beginning, after, limit));
        } else {
            hits.add("SELECT 0 AS rank, NULL::uuid AS unit, NULL::text AS name WHERE false");
        }
        var rest = after == null || after.key(0).equals("0") ? null : after;
        return hits.add("), other AS (SELECT DISTINCT rank, unit, name FROM ((")
                .add(ordered(other(narrowing, day, text, limit).add("AND").add(holds("v.folded", text)), rest, limit))
                .add(") UNION ALL (")
                .add(ordered(
                        other(narrowing, day, text, limit)
                                .add("AND v.unit IN (SELECT f.unit FROM unit_version f WHERE")
                                .add(holds("f.folded", text))
                                .add("AND NOT f.valid @> ?::date UNION ALL", day)
                                .add(CODED + ")", text),
                        rest,
                        limit))
                .add(") UNION ALL (")
                .add(ordered(
                        other(narrowing, day, text, limit)
                                .add("AND v.unit IN (")
                                .add(heirs(text, day))
                                .add(")"),
                        rest,
                        limit))
                .add(
                        ")) AS branch) SELECT rank, unit, name FROM (SELECT * FROM beginning UNION ALL SELECT * FROM other) AS hit")
                .add("ORDER BY rank, name COLLATE \"vi-x-icu\", unit LIMIT ?", limit + 1);
    }

    private static Query branch(int rank, LocalDate day) {
        return Query.of(
                "SELECT " + rank + " AS rank, v.unit, v.name FROM unit_version v WHERE v.valid @> ?::date", day);
    }

    /** A branch of what does not begin with the text; not run at all where the page is full. */
    private static Query other(UnaryOperator<Query> narrowing, LocalDate day, String text, int limit) {
        return narrowing
                .apply(branch(1, day))
                .add("AND (SELECT count(*) FROM beginning) <= ? AND NOT (", limit)
                .add(begins(text))
                .add(")");
    }

    /** Why each hit is one, where its name of the day does not hold the text: a lateral table {@code found}. */
    static Query reasons(@Nullable String q, LocalDate day) {
        if (q == null) {
            return Query.of("CROSS JOIN (SELECT NULL AS what, NULL AS text, NULL::uuid AS unit) AS found");
        }
        var text = Query.literally(normalised(q));
        return Query.of("""
                        LEFT JOIN LATERAL (
                            SELECT way.what, way.text, way.unit FROM (
                                SELECT 1 AS rank, 'FORMER_NAME' AS what, f.name::text AS text, f.unit, f.valid
                                FROM unit_version f WHERE f.unit = v.unit AND NOT f.valid @> ?::date AND""", day)
                .add(holds("f.folded", text))
                .add("""
                                UNION ALL
                                SELECT 2, 'CODE', i.value, i.unit, i.valid
                                FROM unit_identifier i WHERE i.unit = v.unit AND lower(i.value) LIKE lower(?) || '%'
                                UNION ALL
                                SELECT 3, 'PREDECESSOR', f.name::text, f.unit, f.valid FROM (
                                    WITH RECURSIVE before AS (
                                        SELECT l.predecessor AS unit FROM unit_lineage l
                                        WHERE l.successor = v.unit AND l.effective_on <= ?::date
                                        UNION
                                        SELECT l.predecessor FROM before b JOIN unit_lineage l ON l.successor = b.unit
                                        WHERE l.effective_on <= ?::date
                                    )
                                    SELECT unit FROM before
                                ) AS before JOIN unit_version f ON f.unit = before.unit WHERE""", text, day, day)
                .add(holds("f.folded", text))
                .add(") AS way WHERE NOT")
                .add(holds("v.folded", text))
                .add("ORDER BY way.rank, way.valid DESC, way.text LIMIT 1) AS found ON true");
    }

    /** Adds the condition on the unit of {@code v}. */
    static Query named(Query query, @Nullable String q, LocalDate day) {
        if (q == null) {
            return query;
        }
        var text = Query.literally(normalised(q));
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

    /**
     * Names that begin with the text. In the order of Vietnamese all of them lie between the text in its plainest letters
     * and in its last ones; what else lies there is left out by the folded name.
     */
    private static Query begins(String text) {
        return Query.of(
                "(v.name >= unit_fold(?) COLLATE \"vi-x-icu\""
                        + " AND v.name <= (translate(unit_fold(?), 'adeou', 'âđêơư') || U&'\\FFFF') COLLATE \"vi-x-icu\""
                        + " AND v.folded LIKE unit_fold(?) || '%')",
                text, text, text);
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
            branch.add("AND (v.name, v.unit) > (? COLLATE \"vi-x-icu\", ?)", after.key(1), id(after.key(2)));
        }
        return branch.add("ORDER BY v.name, v.unit LIMIT ?", limit + 1);
    }

    /** One letter is one character, however the client wrote it. */
    private static String normalised(String q) {
        return Normalizer.normalize(q.strip(), Normalizer.Form.NFC);
    }

    static UUID id(String key) {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException foreign) {
            throw new Invalid("invalid-cursor", FieldError.at("?cursor", "invalid-cursor"));
        }
    }
}
