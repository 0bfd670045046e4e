package vn.lantoa.units.role;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Reach;
import vn.lantoa.rest.Cursor;
import vn.lantoa.rest.IdCursor;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;
import vn.lantoa.sql.Query;
import vn.lantoa.sql.Row;
import vn.lantoa.units.unit.LineReach;

/** Reviews and their grants as far as the reader reaches; one statement each. */
@ApplicationScoped
class AccessReviewReads {
    private static final String FLAGS = """
            array_remove(ARRAY[
                CASE WHEN g.unit IS NOT NULL AND NOT EXISTS (
                    SELECT FROM post p
                    WHERE p.person = ANY (person_records(g.person)) AND p.valid @> today.day AND p.annulled_at IS NULL
                      AND (p.unit = g.unit OR EXISTS (
                          SELECT FROM unit_closure c
                          WHERE c.descendant = p.unit AND c.ancestor = g.unit AND c.valid @> today.day)))
                    THEN 'NO_POST_HERE' END,
                CASE WHEN NOT EXISTS (
                    SELECT FROM person_account a
                    WHERE a.person = ANY (person_records(g.person)) AND a.valid @> today.day)
                    THEN 'NO_ACCOUNT' END,
                CASE WHEN g.valid_to IS NULL AND g.post IS NULL THEN 'OPEN_ENDED' END,
                CASE WHEN g.document IS NULL THEN 'NO_DOCUMENT' END,
                CASE WHEN g.on_behalf_of IS NOT NULL THEN 'DELEGATED' END], NULL)""";

    private static final String OPEN = "(i.outcome IS NULL AND g.annulled_at IS NULL AND g.valid @> today.day)";

    private final DataSource database;

    AccessReviewReads(DataSource database) {
        this.database = database;
    }

    /** The latest first: those of units in reach. */
    Page<AccessReviewView> page(
            Reach reach, LocalDate today, @Nullable UUID unit, @Nullable Boolean overdue, PageRequest page) {
        var matching = reviews(reach, today).addIf(unit, "AND r.unit = ?");
        if (Boolean.TRUE.equals(overdue)) {
            matching.add("AND r.due_on < today.day AND open.waiting > 0");
        }
        var query = Query.of("SELECT r.*, open.waiting, open.total, today.day").add(matching);
        var rows = query.addIf(IdCursor.after(page), "AND r.id < ?")
                .add("ORDER BY r.id DESC LIMIT ?", page.limit + 1)
                .list(database, AccessReviewReads::review);
        var total = page.total ? Query.of("SELECT count(*)").add(matching).count(database) : null;
        return Page.of(rows, page.limit, row -> Cursor.of(row.id()), total);
    }

    Optional<AccessReviewView> review(UUID id, Reach reach, LocalDate today) {
        return Query.of("SELECT r.*, open.waiting, open.total, today.day")
                .add(reviews(reach, today))
                .add("AND r.id = ?", id)
                .first(database, AccessReviewReads::review);
    }

    private static Query reviews(Reach reach, LocalDate today) {
        var query = Query.of("""
                FROM (VALUES (?::date)) AS today (day)
                CROSS JOIN access_review r
                CROSS JOIN LATERAL (
                    SELECT count(*) AS total, count(*) FILTER (WHERE %s) AS waiting
                    FROM access_review_item i JOIN role_grant g ON g.id = i.role_grant
                    WHERE i.review = r.id AND
                """.formatted(OPEN), today);
        LineReach.conditionOfGrant(query, reach, "g", today).add(") AS open WHERE");
        if (reach.everywhere()) {
            return query.add("true");
        }
        return LineReach.condition(query, reach, "r.unit", "NULL::text", "false", today);
    }

    /** The grants of a review that the reader may know of, in the order of the grants. */
    Page<AccessReviewItemView> items(UUID review, Reach reach, LocalDate today, PageRequest page) {
        var matching = items(today).add("AND i.review = ? AND", review);
        LineReach.conditionOfGrant(matching, reach, "g", today);
        var rows = select().add(matching)
                .addIf(IdCursor.after(page), "AND i.id > ?")
                .add("ORDER BY i.id LIMIT ?", page.limit + 1)
                .list(database, AccessReviewReads::item);
        var total = page.total ? Query.of("SELECT count(*)").add(matching).count(database) : null;
        return Page.of(rows, page.limit, row -> Cursor.of(row.id()), total);
    }

    Optional<AccessReviewItemView> item(UUID review, UUID id, Reach reach, LocalDate today) {
        var query = select().add(items(today)).add("AND i.review = ? AND i.id = ? AND", review, id);
        return LineReach.conditionOfGrant(query, reach, "g", today).first(database, AccessReviewReads::item);
    }

    /** Who has an account and nothing to use it for. */
    Page<OrphanAccountView> orphans(LocalDate today, PageRequest page) {
        var matching = Query.of("""
                FROM (VALUES (?::date)) AS today (day)
                CROSS JOIN person_account a
                JOIN person p ON p.id = a.person
                WHERE a.valid @> today.day
                  AND NOT EXISTS (SELECT FROM post h WHERE h.person = ANY (person_records(a.person))
                                  AND h.valid @> today.day AND h.annulled_at IS NULL)
                  AND NOT EXISTS (SELECT FROM membership m WHERE m.person = ANY (person_records(a.person))
                                  AND m.valid @> today.day)
                  AND NOT EXISTS (SELECT FROM role_grant g WHERE g.person = ANY (person_records(a.person))
                                  AND g.valid @> today.day AND g.annulled_at IS NULL)
                """, today);
        var rows = Query.of("""
                        SELECT a.id, a.person, p.name, a.valid_from,
                               (SELECT max(h.valid_to) FROM post h
                                WHERE h.person = ANY (person_records(a.person)) AND h.valid_to <= today.day) AS held_until
                        """)
                .add(matching)
                .addIf(IdCursor.after(page), "AND a.id > ?")
                .add("ORDER BY a.id LIMIT ?", page.limit + 1)
                .list(
                        database,
                        row -> new OrphanAccountView(
                                row.id("id"),
                                row.id("person"),
                                row.text("name"),
                                row.dayOrNull("valid_from"),
                                row.dayOrNull("held_until")));
        var total = page.total ? Query.of("SELECT count(*)").add(matching).count(database) : null;
        return Page.of(rows, page.limit, row -> Cursor.of(row.id()), total);
    }

    private static Query select() {
        return Query.of("SELECT g.*, i.id AS item, i.review, i.outcome, i.reason AS item_reason, i.decided_by,"
                + " i.decided_at, i.version AS item_version, p.name, " + OPEN + " AS waiting, " + FLAGS + " AS flags");
    }

    private static Query items(LocalDate today) {
        return Query.of("""
                FROM (VALUES (?::date)) AS today (day)
                CROSS JOIN access_review_item i
                JOIN role_grant g ON g.id = i.role_grant
                JOIN person p ON p.id = g.person
                WHERE true
                """, today);
    }

    private static AccessReviewView review(Row row) throws SQLException {
        int open = row.integer("waiting");
        var dueOn = row.day("due_on");
        return new AccessReviewView(
                row.id("id"),
                row.idOrNull("unit"),
                row.text("quarter"),
                dueOn,
                row.idOrNull("started_by"),
                open,
                row.integer("total"),
                open > 0 && dueOn.isBefore(row.day("day")),
                row.instant("created_at"));
    }

    private static AccessReviewItemView item(Row row) throws SQLException {
        var outcome = row.textOrNull("outcome");
        return new AccessReviewItemView(
                row.id("item"),
                row.id("review"),
                RoleReads.grant(row),
                row.text("name"),
                row.texts("flags").stream().map(GrantFlag::valueOf).toList(),
                outcome != null
                        ? AccessReviewOutcome.valueOf(outcome)
                        : row.flag("waiting") ? null : AccessReviewOutcome.LAPSED,
                row.textOrNull("item_reason"),
                row.idOrNull("decided_by"),
                row.instantOrNull("decided_at"),
                row.number("item_version"));
    }
}
