package vn.lantoa.knownunits;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lantoa.sql.Query;

/**
 * Keeps {@code known_unit_heir}: who goes on with the work of a unit from the day it ended, the successor that is named as its
 * heir or else the only one, then that one's, over all generations.
 * To be told anew for every unit whose end or lineage was told, in the same transaction; those before it follow.
 */
final class Heirs {
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('known-units/heirs', 0))";

    private static final String AFFECTED = """
            WITH RECURSIVE affected (unit) AS (
                SELECT unnest(?::uuid[])
                UNION
                SELECT l.predecessor
                FROM affected a
                CROSS JOIN LATERAL (SELECT predecessor FROM known_unit_lineage WHERE successor = a.unit OFFSET 0) AS l
            )""";

    /** Either end of a link tells of it, and a state of before there were named heirs names none. */
    private static final String SUCCESSOR = """
            CROSS JOIN LATERAL (
                SELECT coalesce((array_agg(l.successor) FILTER (WHERE l.heir))[1], (array_agg(l.successor))[1]) AS successor
                FROM known_unit_lineage l
                WHERE l.predecessor = u.id AND l.effective_on = u.valid_to
                HAVING count(DISTINCT l.successor) FILTER (WHERE l.heir) = 1
                    OR count(DISTINCT l.successor) = 1
            ) AS s
            """;

    private static final String DELETE =
            AFFECTED + "\nDELETE FROM known_unit_heir WHERE unit IN (SELECT unit FROM affected)";

    /** Each step is later than the one before, so a circle ends. */
    private static final String INSERT = AFFECTED + """
            , walk (unit, heir, valid_from) AS (
                SELECT u.id, s.successor, u.valid_to
                FROM affected a
                JOIN known_unit u ON u.id = a.unit
            """ + SUCCESSOR + """
                UNION
                SELECT w.unit, s.successor, u.valid_to
                FROM walk w
                JOIN known_unit u ON u.id = w.heir AND u.valid_to > w.valid_from
            """ + SUCCESSOR + """
            )
            INSERT INTO known_unit_heir (unit, heir, valid_from, valid_to)
            SELECT w.unit, w.heir, w.valid_from, h.valid_to
            FROM walk w
            JOIN known_unit h ON h.id = w.heir AND (h.valid_to IS NULL OR h.valid_to > w.valid_from)
            """;

    /** One transaction at a time, to its end. */
    static void lock(DataSource database) {
        Query.of(LOCK).list(database, row -> row);
    }

    void recompute(Connection connection, Collection<UUID> units) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(LOCK);
        }
        var ids = connection.createArrayOf("uuid", units.toArray(UUID[]::new));
        for (var change : List.of(DELETE, INSERT)) {
            try (var statement = connection.prepareStatement(change)) {
                statement.setArray(1, ids);
                statement.executeUpdate();
            }
        }
    }
}
