package vn.lantoa.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The bare SQL beside a service: a loop over one connection per worker, prepared once, nothing in between. */
final class Jdbc {
    /** What a worker repeats on its connection. */
    interface Work {
        void run(Connection connection) throws SQLException;
    }

    private Jdbc() {}

    static Load.Step step(DataSource database, boolean transactional, Work work) {
        try {
            var connection = database.getConnection();
            connection.setAutoCommit(!transactional);
            return new Load.Step() {
                @Override
                public void run() throws SQLException {
                    work.run(connection);
                    if (transactional) {
                        connection.commit();
                    }
                }

                @Override
                public void close() throws SQLException {
                    connection.close();
                }
            };
        } catch (SQLException e) {
            throw new IllegalStateException("No connection for the bare SQL", e);
        }
    }

    static void execute(DataSource database, String... statements) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** One statement with its values; how many rows it changed. */
    static int update(DataSource database, String sql, @Nullable Object... values) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    static long count(DataSource database, String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** The first column of the first row, when there is one. */
    static Optional<String> text(DataSource database, String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
        }
    }
}
