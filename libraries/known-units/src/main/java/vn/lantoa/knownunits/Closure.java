package vn.lantoa.knownunits;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Keeps a closure table equal to what a walk up the placements says on every day. A unit stands under an ancestor while
 * every unit on the path exists and is placed under the next one on that line; depth 0 is the unit itself. The tables:
 *
 * <ul>
 *   <li>unit {@code (id, valid)}: existence
 *   <li>placement {@code (unit, line, parent, valid)}: parent null for the root
 *   <li>closure {@code (line, ancestor, descendant, depth, valid_from, valid_to)}
 * </ul>
 *
 * <p>Call it after the placements are written, in the same transaction. One transaction at a time changes a line: the lock
 * is taken before the placements are read again, so that the last of two concurrent changes sees both.
 *
 * <p>{@code OFFSET 0} keeps the planner to one look-up per step: it cannot know how far a walk goes, and guesses badly on
 * tables that were just filled. The walk down goes by the index whatever it guesses: most units have no children, but where
 * a few parents have very many it expects many of each, and would read the whole table for every leaf.
 */
public final class Closure {
    /** Deeper than any hierarchy of a province; a walk that gets here goes in a circle or is nonsense. */
    static final int MAX_DEPTH = 50;

    private static final Pattern TABLE_NAME = Pattern.compile("[a-z][a-z0-9_]*");

    private final String closure;
    private final String subtreeSql;
    private final String lineSql;
    private final String deleteSql;
    private final String insertSql;

    public Closure(String placementTable, String closureTable, String unitTable) {
        String placement = checked(placementTable);
        String unit = checked(unitTable);
        this.closure = checked(closureTable);
        this.subtreeSql = """
                WITH RECURSIVE affected (unit) AS (
                    SELECT unnest(?::uuid[])
                    UNION
                    SELECT p.unit
                    FROM affected a
                    CROSS JOIN LATERAL (SELECT unit FROM %1$s WHERE parent = a.unit AND line = ? OFFSET 0) AS p
                )
                SELECT array_agg(unit) FROM affected
                """.formatted(placement);
        this.lineSql = "SELECT coalesce(array_agg(DISTINCT unit), '{}') FROM %s WHERE line = ?".formatted(placement);
        this.deleteSql = "DELETE FROM %s WHERE line = ? AND descendant = ANY (?::uuid[])".formatted(closure);
        this.insertSql = """
                WITH RECURSIVE walk (descendant, ancestor, parent, depth, valid, path) AS (
                    SELECT p.unit, p.unit, p.parent, 0, p.valid * u.valid, ARRAY[p.unit]
                    FROM unnest(?::uuid[]) AS a (unit)
                    JOIN %1$s p ON p.unit = a.unit AND p.line = ?
                    JOIN %2$s u ON u.id = p.unit AND u.valid && p.valid
                    UNION ALL
                    SELECT w.descendant, p.unit, p.parent, w.depth + 1, w.valid * p.valid * u.valid, w.path || p.unit
                    FROM walk w
                    CROSS JOIN LATERAL (SELECT * FROM %1$s WHERE unit = w.parent AND line = ? OFFSET 0) AS p
                    CROSS JOIN LATERAL (SELECT * FROM %2$s WHERE id = w.parent OFFSET 0) AS u
                    WHERE p.valid && w.valid AND u.valid && (p.valid * w.valid)
                      AND w.depth < ? AND p.unit <> ALL (w.path)
                )
                INSERT INTO %3$s (line, ancestor, descendant, depth, valid_from, valid_to)
                SELECT ?, ancestor, descendant, depth, lower(period), upper(period)
                FROM (
                    SELECT ancestor, descendant, depth, unnest(range_agg(valid)) AS period
                    FROM walk
                    GROUP BY ancestor, descendant, depth
                ) AS path
                """.formatted(placement, unit, closure);
    }

    /** Waits until no other transaction changes this line; held until the end of the transaction. */
    public void lock(Connection connection, String line) {
        try (var statement = connection.prepareStatement("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")) {
            statement.setString(1, closure + "/" + line);
            statement.execute();
        } catch (SQLException e) {
            throw new ReplicaException("cannot lock line " + line, e);
        }
    }

    /** Makes the subtrees of units right whose placement on the line, or whose existence, changed. */
    public void recompute(Connection connection, String line, Collection<UUID> changed) {
        if (changed.isEmpty()) {
            return;
        }
        lock(connection, line);
        try {
            replace(connection, line, subtrees(connection, line, changed));
        } catch (SQLException e) {
            throw new ReplicaException("cannot recompute the closure of line " + line, e);
        }
    }

    /** Adds units that were placed for the first time and that nothing stands under yet: cheaper than {@link #recompute}. */
    public void add(Connection connection, String line, Collection<UUID> fresh) {
        lock(connection, line);
        try {
            insert(connection, line, connection.createArrayOf("uuid", fresh.toArray()));
        } catch (SQLException e) {
            throw new ReplicaException("cannot extend the closure of line " + line, e);
        }
    }

    /** Makes the whole line anew, for imports and repairs. */
    public void rebuild(Connection connection, String line) {
        lock(connection, line);
        try (var delete = connection.prepareStatement("DELETE FROM " + closure + " WHERE line = ?");
                var units = connection.prepareStatement(lineSql)) {
            delete.setString(1, line);
            delete.executeUpdate();
            units.setString(1, line);
            insert(connection, line, firstArray(units));
        } catch (SQLException e) {
            throw new ReplicaException("cannot rebuild the closure of line " + line, e);
        }
    }

    private Array subtrees(Connection connection, String line, Collection<UUID> roots) throws SQLException {
        wholeTables(connection, false);
        try (var statement = connection.prepareStatement(subtreeSql)) {
            statement.setArray(1, connection.createArrayOf("uuid", roots.toArray()));
            statement.setString(2, line);
            return firstArray(statement);
        } finally {
            wholeTables(connection, true);
        }
    }

    /** Whether plans may read whole tables, until the end of the transaction. */
    private static void wholeTables(Connection connection, boolean may) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT set_config('enable_seqscan', ?, true)")) {
            statement.setString(1, may ? "on" : "off");
            statement.execute();
        }
    }

    private void replace(Connection connection, String line, Array units) throws SQLException {
        try (var delete = connection.prepareStatement(deleteSql)) {
            delete.setString(1, line);
            delete.setArray(2, units);
            delete.executeUpdate();
        }
        insert(connection, line, units);
    }

    private void insert(Connection connection, String line, Array units) throws SQLException {
        try (var insert = connection.prepareStatement(insertSql)) {
            insert.setArray(1, units);
            insert.setString(2, line);
            insert.setString(3, line);
            insert.setInt(4, MAX_DEPTH);
            insert.setString(5, line);
            insert.executeUpdate();
        }
    }

    private static Array firstArray(java.sql.PreparedStatement statement) throws SQLException {
        try (var result = statement.executeQuery()) {
            result.next();
            return result.getArray(1);
        }
    }

    private static String checked(String table) {
        if (!TABLE_NAME.matcher(table).matches()) {
            throw new IllegalArgumentException("not a table name: " + table);
        }
        return table;
    }
}
