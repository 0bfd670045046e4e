package vn.lantoa.units.person;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Reach;
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Invalid;
import vn.lantoa.problems.NotFound;
import vn.lantoa.rest.Cursor;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;
import vn.lantoa.sql.Query;

/** Persons, as far as the reader reaches: everywhere, or those with a post inside the reader's subtrees. */
@ApplicationScoped
class PersonReads {
    private final DataSource database;

    PersonReads(DataSource database) {
        this.database = database;
    }

    Page<PersonSummary> page(
            @Nullable String q, @Nullable Instant updatedSince, Reach reach, LocalDate day, PageRequest page) {
        var matching = Query.of("FROM person p WHERE true");
        if (q != null) {
            matching.add("AND p.folded LIKE '%' || unit_fold(?) || '%'", Query.literally(q.strip()));
        }
        matching.addIf(updatedSince, "AND p.updated_at >= ?");
        within(matching, reach, day);
        var query = Query.of("SELECT p.id, p.name, p.version, p.updated_at").add(matching);
        var after = Cursor.decode(page.cursor, 2);
        if (after != null) {
            query.add("AND (p.name, p.id) > (? COLLATE \"vi-x-icu\", ?)", after.key(0), id(after.key(1)));
        }
        var rows = query.add("ORDER BY p.name, p.id LIMIT ?", page.limit + 1)
                .list(
                        database,
                        row -> new PersonSummary(
                                row.id("id"), row.text("name"), row.number("version"), row.instant("updated_at")));
        var total = page.total ? Query.of("SELECT count(*)").add(matching).count(database) : null;
        return Page.of(rows, page.limit, row -> Cursor.of(row.name(), row.id()), total);
    }

    /** @throws NotFound 404 {@code person-not-found}, also where the person is out of the reader's reach */
    void requireReadable(UUID person, Reach reach, LocalDate day) {
        var query = Query.of("SELECT count(*) FROM person p WHERE p.id = ?", person);
        if (within(query, reach, day).count(database) == 0) {
            throw new NotFound("person-not-found", person);
        }
    }

    private static Query within(Query query, Reach reach, LocalDate day) {
        if (reach.everywhere()) {
            return query;
        }
        query.add("AND (false");
        for (var root : reach.roots()) {
            query.add(
                            "OR EXISTS (SELECT FROM post o WHERE o.person = p.id AND o.valid @> ?::date AND (o.unit = ? OR EXISTS (SELECT FROM unit_closure c WHERE c.descendant = o.unit AND c.ancestor = ? AND c.valid @> ?::date",
                            day,
                            root.unit(),
                            root.unit(),
                            day)
                    .addIf(root.line(), "AND c.line = ?")
                    .add(")))");
        }
        return query.add(")");
    }

    private static UUID id(String key) {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException foreign) {
            throw new Invalid("invalid-cursor", FieldError.at("?cursor", "invalid-cursor"));
        }
    }
}
