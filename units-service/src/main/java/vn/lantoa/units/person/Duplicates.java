package vn.lantoa.units.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Invalid;
import vn.lantoa.rest.Cursor;
import vn.lantoa.rest.IdCursor;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;
import vn.lantoa.sql.Query;
import vn.lantoa.sql.Row;

/**
 * Pairs of records that may be of one person. A page looks at so many persons and compares each only with who shares the
 * birth date (by keyed hash) and bears a like name, or shares the name and has a unit in common: never all with all.
 */
@ApplicationScoped
class Duplicates {
    /** Of one name; the most frequent names of a province are borne by more, and told apart by birth date only. */
    private static final int OF_ONE_NAME = 300;

    private static final double NAME = 0.5;
    private static final double BIRTH_DATE = 0.35;
    private static final double UNIT = 0.15;

    private final DataSource database;

    Duplicates(DataSource database) {
        this.database = database;
    }

    /** Each pair once, with the record entered first in front. */
    @Transactional(Transactional.TxType.MANDATORY)
    Page<DuplicatePair> page(PageRequest page) {
        var chunk = Query.of(
                        "SELECT c.id, c.name, c.folded FROM person c WHERE c.merged_into IS NULL AND c.erased_at IS NULL AND c.kind IN ('INDIVIDUAL', 'FOREIGNER')")
                .addIf(IdCursor.after(page), "AND c.id > ?")
                .add("ORDER BY c.id LIMIT ?", page.limit);
        var looked = Query.of("SELECT id FROM (").add(chunk).add(") AS looked").list(database, row -> row.id("id"));
        var pairs = pairs(chunk, "q.id > c.id");
        var next =
                looked.size() < page.limit ? null : Cursor.of(looked.getLast()).encoded();
        return new Page<>(pairs, next, null);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Page<DuplicatePair> of(UUID person) {
        var chunk = Query.of(
                "SELECT c.id, c.name, c.folded FROM person c WHERE c.id = person_current(?) AND c.erased_at IS NULL",
                person);
        return new Page<>(pairs(chunk, "q.id <> c.id"), null, null);
    }

    private List<DuplicatePair> pairs(Query chunk, String others) {
        // OFFSET 0: asked for each pair; as a join it would begin with everybody of every unit
        var shared = "EXISTS (" + PersonScope.sharedUnit("c.id", "q.id") + " OFFSET 0)";
        return Query.of("WITH c AS MATERIALIZED (")
                .add(chunk)
                .add("""
                        ), pair AS (
                            SELECT c.id AS first, q.id AS second, true AS born_alike
                            FROM person_born_alike((SELECT array_agg(c.id) FROM c)) b
                            JOIN c ON c.id = b.first JOIN person q ON q.id = b.second
                            WHERE %1$s AND q.merged_into IS NULL
                              AND (person_name_key(q.name) = person_name_key(c.name) OR similarity(q.folded, c.folded) >= 0.5)
                            UNION
                            SELECT c.id, q.id, false
                            FROM c CROSS JOIN LATERAL (
                                SELECT q.id FROM person q
                                WHERE person_name_key(q.name) = person_name_key(c.name) AND q.merged_into IS NULL
                                LIMIT ?) AS q
                            WHERE %1$s AND %2$s
                        )
                        SELECT pair.first, pair.second, bool_or(pair.born_alike) AS born_alike,
                               bool_or(person_name_key(c.name) = person_name_key(q.name)) AS named_alike,
                               bool_or(%2$s) AS at_one_unit, max(similarity(c.folded, q.folded)) AS similarity,
                               c.name, c.kind, c.version, c.updated_at,
                               q.name AS other_name, q.kind AS other_kind, q.version AS other_version,
                               q.updated_at AS other_updated_at
                        FROM pair JOIN person c ON c.id = pair.first JOIN person q ON q.id = pair.second
                        WHERE q.erased_at IS NULL AND NOT EXISTS (
                            SELECT FROM person_distinct d
                            WHERE d.first = least(c.id, q.id) AND d.second = greatest(c.id, q.id))
                        GROUP BY pair.first, pair.second, c.id, q.id
                        ORDER BY pair.first, pair.second""".formatted(others, shared), OF_ONE_NAME)
                .plannedForItsValues()
                .list(database, Duplicates::pair);
    }

    private static DuplicatePair pair(Row row) throws SQLException {
        var reasons = new ArrayList<DuplicateReason>();
        double score = 0;
        if (row.flag("named_alike")) {
            reasons.add(DuplicateReason.SAME_NAME);
            score += NAME;
        } else {
            reasons.add(DuplicateReason.SIMILAR_NAME);
            score += NAME * row.real("similarity");
        }
        if (row.flag("born_alike")) {
            reasons.add(DuplicateReason.SAME_BIRTH_DATE);
            score += BIRTH_DATE;
        }
        if (row.flag("at_one_unit")) {
            reasons.add(DuplicateReason.SAME_UNIT);
            score += UNIT;
        }
        return new DuplicatePair(
                new PersonSummary(
                        row.id("first"),
                        PersonKind.valueOf(row.text("kind")),
                        row.text("name"),
                        null,
                        row.number("version"),
                        row.instant("updated_at")),
                new PersonSummary(
                        row.id("second"),
                        PersonKind.valueOf(row.text("other_kind")),
                        row.text("other_name"),
                        null,
                        row.number("other_version"),
                        row.instant("other_updated_at")),
                Math.round(score * 100) / 100.0,
                reasons);
    }

    /** A pair decided a second time violates {@code person_distinct_pk}. */
    @Transactional(Transactional.TxType.MANDATORY)
    DifferentPersonsView decide(DifferentPersons command, Instant at, @Nullable UUID by) {
        if (command.first().equals(command.second())) {
            throw new Invalid("merge-into-itself", FieldError.at("/second", "merge-into-itself"));
        }
        return Query.of(
                        """
                        INSERT INTO person_distinct (first, second, reason, decided_at, decided_by)
                        VALUES (least(?::uuid, ?::uuid), greatest(?::uuid, ?::uuid), ?, ?, ?) RETURNING *""",
                        command.first(),
                        command.second(),
                        command.first(),
                        command.second(),
                        command.reason(),
                        at,
                        by)
                .first(
                        database,
                        row -> new DifferentPersonsView(
                                row.id("first"),
                                row.id("second"),
                                row.text("reason"),
                                row.instant("decided_at"),
                                row.idOrNull("decided_by")))
                .orElseThrow();
    }
}
