package vn.lantoa.knownunits;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import vn.lantoa.testsupport.LocalPostgres;

/** A real PostgreSQL with the replica's tables, shared by the tests of this module; the runtime role's view of it. */
final class ReplicaDatabase {
    private static final LocalPostgres POSTGRES = migrated();

    private ReplicaDatabase() {}

    /** A connection of its own for each call, committing by itself. */
    static DataSource dataSource() {
        return POSTGRES.dataSource("campaigns", "campaigns_app");
    }

    /** Everything through one connection in one transaction, as in a poll batch; {@code commit()} is the caller's. */
    static DataSource within(Connection connection) {
        var unclosed = (Connection) Proxy.newProxyInstance(
                ReplicaDatabase.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, args) -> method.getName().equals("close") ? null : call(connection, method, args));
        return (DataSource) Proxy.newProxyInstance(
                ReplicaDatabase.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, args) -> unclosed);
    }

    /** An open transaction over empty tables. */
    static Connection emptied() throws SQLException {
        var connection = dataSource().getConnection();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "DELETE FROM known_unit; DELETE FROM known_unit_closure; DELETE FROM known_person;"
                            + " DELETE FROM known_membership; DELETE FROM known_reorganisation; DELETE FROM known_work_passing");
        }
        return connection;
    }

    private static Object call(Object target, java.lang.reflect.Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static LocalPostgres migrated() {
        var postgres = LocalPostgres.start().prepare("campaigns");
        try (var connection =
                        postgres.dataSource("campaigns", "campaigns_owner").getConnection();
                var statement = connection.createStatement()) {
            for (var migration : List.of(
                    "V202611010600__known_units",
                    "V202611244090__known_memberships",
                    "V202611245020__known_unit_heirs",
                    "V202611247301__named_heirs",
                    "V202611247303__work_passing",
                    "V202611250550__known_lines",
                    "V202611250551__confidential_reach")) {
                try (var script = ReplicaDatabase.class.getResourceAsStream("/db/migration/" + migration + ".sql")) {
                    statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
