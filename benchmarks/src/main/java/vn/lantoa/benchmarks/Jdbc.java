package vn.lantoa.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

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

    /** The same question again and again, each time with other values; at least one row has to come. */
    static Load.Step rows(DataSource database, String sql, Supplier<Object[]> values) {
        return rows(database, sql, values, false);
    }

    /** As {@link #rows}, planned anew each time with the values in sight, as the service has its lists planned. */
    static Load.Step rowsPlannedForTheirValues(DataSource database, String sql, Supplier<Object[]> values) {
        return rows(database, sql, values, true);
    }

    private static Load.Step rows(DataSource database, String sql, Supplier<Object[]> values, boolean plannedAnew) {
        return step(database, false, connection -> {
            try (var select = connection.prepareStatement(sql)) {
                if (plannedAnew) {
                    select.unwrap(PGStatement.class).setPrepareThreshold(0);
                }
                var each = values.get();
                for (int i = 0; i < each.length; i++) {
                    select.setObject(i + 1, each[i]);
                }
                try (var rows = select.executeQuery()) {
                    if (!rows.next()) {
                        throw new SQLException("no row");
                    }
                }
            }
        });
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
