package vn.lantoa.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Loads tables past the service, without triggers, and without the indexes that rows would have to be sorted into one by
 * one: these are taken down and made again from their own definitions. Keys that others refer to stay.
 */
final class BulkLoad {
    private static final String DOWN_AND_UP = """
            SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', c.conrelid::regclass, c.conname) AS down,
                   format('ALTER TABLE %s ADD CONSTRAINT %I %s', c.conrelid::regclass, c.conname,
                          pg_get_constraintdef(c.oid)) AS up
            FROM pg_constraint c
            WHERE c.conrelid = ANY (?::text[]::regclass[]) AND c.contype IN ('u', 'x')
              AND NOT EXISTS (SELECT FROM pg_constraint f WHERE f.contype = 'f' AND f.conindid = c.conindid)
            UNION ALL
            SELECT format('DROP INDEX %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
            FROM pg_index i
            WHERE i.indrelid = ANY (?::text[]::regclass[])
              AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)""";

    private BulkLoad() {}

    static void into(DataSource superuser, List<String> tables, List<String> statements) throws SQLException {
        try (var connection = superuser.getConnection()) {
            run(connection, "SET session_replication_role = replica");
            run(connection, "SET synchronous_commit = off");
            run(connection, "SET maintenance_work_mem = '512MB'");
            run(connection, "SET max_parallel_maintenance_workers = 0");
            run(connection, "SET work_mem = '128MB'");
            var up = new ArrayList<String>();
            var down = new ArrayList<String>();
            try (var select = connection.prepareStatement(DOWN_AND_UP)) {
                var names = connection.createArrayOf("text", tables.toArray());
                select.setArray(1, names);
                select.setArray(2, names);
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        down.add(rows.getString("down"));
                        up.add(rows.getString("up"));
                    }
                }
            }
            for (var all : List.of(down, statements, up)) {
                for (String statement : all) {
                    run(connection, statement);
                }
            }
            run(connection, "VACUUM ANALYZE " + String.join(", ", tables));
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
