package vn.lantoa.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/** What the server itself needs for rows that somebody else has written. */
final class CopyPeer {
    private CopyPeer() {}

    /** Copies what a query finds into a table like the one named, with its keys and indexes; only the way in is timed. */
    static double seconds(DataSource superuser, String table, String query) throws Exception {
        try (var connection = superuser.getConnection()) {
            run(connection, "SET row_security = off");
            run(connection, "DROP TABLE IF EXISTS copied");
            run(connection, "CREATE TABLE copied (LIKE %s INCLUDING ALL EXCLUDING IDENTITY)".formatted(table));
            if (numbersItsRows(connection, table)) {
                run(connection, "ALTER TABLE copied DROP COLUMN id");
            }
            var columns = columns(connection);
            var rows = new ByteArrayOutputStream(64 << 20);
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            copy.copyOut("COPY (SELECT %s FROM (%s) AS written) TO STDOUT".formatted(columns, query), rows);
            var in = new ByteArrayInputStream(rows.toByteArray());
            long begun = System.nanoTime();
            copy.copyIn("COPY copied (%s) FROM STDIN".formatted(columns), in);
            double seconds = (System.nanoTime() - begun) / 1e9;
            run(connection, "DROP TABLE copied");
            return seconds;
        }
    }

    /** Where the table itself gives the ids, whoever wrote the rows had none to give. */
    private static boolean numbersItsRows(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT count(*) > 0 FROM pg_attribute WHERE attrelid = '%s'::regclass AND attname = 'id' AND attidentity <> ''"
                                .formatted(table))) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    /** Without those that the table makes by itself. */
    private static String columns(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
                        WHERE attrelid = 'copied'::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''""")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
