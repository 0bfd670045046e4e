package vn.lantoa.units.person;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Reach;
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Forbidden;
import vn.lantoa.problems.Invalid;
import vn.lantoa.problems.NotFound;
import vn.lantoa.rest.Cursor;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;
import vn.lantoa.sql.Query;
import vn.lantoa.sql.Row;

/** Persons, as far as the reader reaches: everywhere, or those tied to a unit inside the reader's subtrees. */
@ApplicationScoped
public class PersonReads {
    /**
     * So many hits are put in the order of their names; whoever finds more is shown them in the order of entry. Each hit is
     * a page of the table to be read: at a thousand of them among a million persons a search took three times as long.
     */
    private static final int FEW = 200;
    /** From so many hits on nobody counts them first. */
    private static final int VERY_MANY = 10_000;
    /** So many times the rows that a page should take are looked through for it. */
    private static final int PATIENCE = 5;

    private static final String COLUMNS = "SELECT p.id, p.name, p.kind, p.merged_into, p.version, p.updated_at";
    private static final String ROW = COLUMNS + " FROM person p";
    private static final String STANDING = "WHERE p.merged_into IS NULL";

    private final NameFrequencies frequencies;
    private final DataSource database;

    PersonReads(NameFrequencies frequencies, DataSource database) {
        this.frequencies = frequencies;
        this.database = database;
    }

    Page<PersonSummary> page(PersonFilter filter, Reach reach, LocalDate day, PageRequest page) {
        var scope = PersonScope.ofList(reach, day, database);
        var after = Cursor.decode(page.cursor, 3);
        var q = filter.q;
        if (q == null) {
            var order = filter.updatedSince == null ? PersonOrder.ALL_BY_NAME : PersonOrder.ALL_BY_CHANGE;
            return answer(scope, filter, order, walk(scope, filter, order, after, page.limit), page);
        }
        if (after != null) {
            var order = ordered(after.key(0));
            return answer(scope, filter, order, walk(scope, filter, order, after, page.limit), page);
        }
        if (reach.everywhere() && filter.isOfNamesOnly()) {
            var rows = common(q, page.limit);
            if (rows.size() > page.limit) {
                return answer(scope, filter, PersonOrder.WORDS_BY_ENTRY, rows, page);
            }
        }
        for (var order : List.of(PersonOrder.WORDS_BY_NAME, PersonOrder.LETTERS_BY_NAME)) {
            var hits = few(scope, filter, order, page.limit);
            if (hits == null) {
                var wide = order.wide();
                return answer(scope, filter, wide, walk(scope, filter, wide, null, page.limit), page);
            }
            if (!hits.isEmpty()) {
                return answer(scope, filter, order, hits, page);
            }
        }
        return answer(scope, filter, PersonOrder.WORDS_BY_NAME, List.of(), page);
    }

    /** The first page in the order of names, null when so many match that they should not be sorted. */
    private @Nullable List<PersonSummary> few(PersonScope scope, PersonFilter filter, PersonOrder order, int limit) {
        var query = scope.with("hit").add(ROW).add(STANDING).add(order.matching(filter.q));
        filter.narrow(query).add(scope.condition()).add("LIMIT ?)", FEW + 1);
        query.add("SELECT *, (SELECT count(*) FROM hit) AS hits FROM hit ORDER BY name, id LIMIT ?", limit + 1);
        var hits = new long[1];
        var rows = query.plannedForItsValues().list(database, row -> {
            hits[0] = row.number("hits");
            return mapped(row);
        });
        return hits[0] > FEW ? null : rows;
    }

    /**
     * Words that very many names have: the first page in the order of entry, which few rows fill. Words that are common each
     * and rare together do not fill it; then nothing is wasted but a bounded look.
     */
    private List<PersonSummary> common(String q, int limit) {
        var estimate = frequencies.of(q);
        if (estimate.persons() < VERY_MANY) {
            return List.of();
        }
        var looked = Math.round(PATIENCE * (limit + 1) / estimate.share());
        return Query.of(COLUMNS + " FROM (SELECT * FROM person p")
                .add(STANDING)
                .add("ORDER BY p.id LIMIT ?) AS p WHERE true", looked)
                .add(PersonOrder.WORDS_BY_ENTRY.matching(q))
                .add(PersonOrder.WORDS_BY_ENTRY.by())
                .add("LIMIT ?", limit + 1)
                .plannedForItsValues()
                .list(database, PersonReads::mapped);
    }

    private List<PersonSummary> walk(
            PersonScope scope, PersonFilter filter, PersonOrder order, @Nullable Cursor after, int limit) {
        var query = scope.statement(ROW)
                .add(order == PersonOrder.ALL_BY_CHANGE ? "WHERE true" : STANDING)
                .add(order.matching(filter.q));
        filter.narrow(query).add(scope.condition());
        if (after != null) {
            order.after(query, after);
        }
        return query.add(order.by())
                .add("LIMIT ?", limit + 1)
                .plannedForItsValues()
                .list(database, PersonReads::mapped);
    }

    private Page<PersonSummary> answer(
            PersonScope scope, PersonFilter filter, PersonOrder order, List<PersonSummary> rows, PageRequest page) {
        Long total = null;
        if (page.total) {
            var query = scope.statement("SELECT count(*) FROM person p")
                    .add(order == PersonOrder.ALL_BY_CHANGE ? "WHERE true" : STANDING)
                    .add(order.matching(filter.q));
            total = filter.narrow(query)
                    .add(scope.condition())
                    .plannedForItsValues()
                    .count(database);
        }
        return Page.of(
                rows,
                page.limit,
                row -> Cursor.of(
                        order.name(), order == PersonOrder.ALL_BY_CHANGE ? row.updatedAt() : row.name(), row.id()),
                total);
    }

    private static PersonSummary mapped(Row row) throws java.sql.SQLException {
        return new PersonSummary(
                row.id("id"),
                PersonKind.valueOf(row.text("kind")),
                row.text("name"),
                row.idOrNull("merged_into"),
                row.number("version"),
                row.instant("updated_at"));
    }

    /** The order in which the pages before were searched. */
    private static PersonOrder ordered(String key) {
        try {
            var order = PersonOrder.valueOf(key);
            if (order.searches()) {
                return order;
            }
        } catch (IllegalArgumentException foreign) {
            // refused below like that of another list
        }
        throw foreignCursor();
    }

    static Invalid foreignCursor() {
        return new Invalid("invalid-cursor", FieldError.at("?cursor", "invalid-cursor"));
    }

    static UUID id(String key) {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException foreign) {
            throw foreignCursor();
        }
    }

    static Instant instant(String key) {
        try {
            return Instant.parse(key);
        } catch (DateTimeParseException foreign) {
            throw foreignCursor();
        }
    }

    Optional<PersonSummary> summary(UUID person, Reach reach, LocalDate day) {
        var scope = PersonScope.ofOne(reach, day);
        return scope.statement(ROW)
                .add("WHERE p.id = person_current(?)", person)
                .add(scope.condition())
                .first(database, PersonReads::mapped);
    }

    /** @throws NotFound 404 {@code person-not-found}, also where the person is out of the reader's reach */
    public void requireReadable(UUID person, Reach reach, LocalDate day) {
        if (!reaches(person, reach, day)) {
            throw new NotFound("person-not-found", person);
        }
    }

    /** @throws Forbidden 403 {@code outside-your-units} where a readable person is out of reach for this */
    public void requireReached(UUID person, String permission, Reach reach, LocalDate day) {
        if (!reaches(person, reach, day)) {
            throw new Forbidden("outside-your-units", permission);
        }
    }

    public boolean reaches(UUID person, Reach reach, LocalDate day) {
        return summary(person, reach, day).isPresent();
    }

    /** The records that were merged into this one. */
    List<UUID> merged(UUID person) {
        return Query.of("SELECT unnest(merged) AS id FROM person WHERE id = ?", person)
                .list(database, row -> row.id("id"));
    }

    /** The record that stands for the person today. */
    public UUID current(UUID person) {
        return Query.of("SELECT coalesce(person_current(?), ?) AS id", person, person)
                .first(database, row -> row.id("id"))
                .orElse(person);
    }
}
