package vn.lantoa.units.person;

import org.jspecify.annotations.Nullable;
import vn.lantoa.rest.Cursor;
import vn.lantoa.sql.Query;

/** How a list of persons matches and is ordered; its name begins the cursor, so that each page goes on as the first did. */
enum PersonOrder {
    ALL_BY_NAME,
    ALL_BY_CHANGE,
    WORDS_BY_NAME,
    WORDS_BY_ENTRY,
    LETTERS_BY_NAME,
    LETTERS_BY_ENTRY;

    /**
     * The order for very many hits. Names that share a word stand together in the order of names, so a walk there would
     * pass over half the register first; in the order of entry every word is spread evenly and a page is soon full.
     */
    PersonOrder wide() {
        return this == LETTERS_BY_NAME ? LETTERS_BY_ENTRY : WORDS_BY_ENTRY;
    }

    boolean searches() {
        return this != ALL_BY_NAME && this != ALL_BY_CHANGE;
    }

    Query matching(@Nullable String q) {
        if (q == null) {
            return Query.of("");
        }
        return switch (this) {
            case ALL_BY_NAME, ALL_BY_CHANGE -> Query.of("");
            case WORDS_BY_NAME, WORDS_BY_ENTRY -> Query.of("AND p.beginnings @> person_asked(?)", q);
            case LETTERS_BY_NAME, LETTERS_BY_ENTRY ->
                Query.of(
                        "AND length(?::text) > 2 AND p.folded LIKE '%' || unit_fold(?) || '%'",
                        q.strip(), Query.literally(q.strip()));
        };
    }

    void after(Query query, Cursor after) {
        var id = PersonReads.id(after.key(2));
        switch (this) {
            case ALL_BY_NAME, WORDS_BY_NAME, LETTERS_BY_NAME ->
                query.add("AND (p.name, p.id) > (? COLLATE \"vi-x-icu\", ?)", after.key(1), id);
            case ALL_BY_CHANGE -> query.add("AND (p.updated_at, p.id) > (?, ?)", PersonReads.instant(after.key(1)), id);
            case WORDS_BY_ENTRY, LETTERS_BY_ENTRY -> query.add("AND p.id > ?", id);
        }
    }

    String by() {
        return switch (this) {
            case ALL_BY_NAME, WORDS_BY_NAME, LETTERS_BY_NAME -> "ORDER BY p.name, p.id";
            case ALL_BY_CHANGE -> "ORDER BY p.updated_at, p.id";
            case WORDS_BY_ENTRY, LETTERS_BY_ENTRY -> "ORDER BY p.id";
        };
    }
}
