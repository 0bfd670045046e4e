package vn.lantoa.testsupport;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A service's database: an owner who migrates, a runtime role without DDL, and nobody else. */
final class PostgresPreparation {

    /** Opens a superuser connection to the named database. */
    interface Connector {
        Connection connect(String database) throws SQLException;
    }

    private PostgresPreparation() {}

    static void prepare(Connector connector, String service, PostgresSecret secret) {
        if (!service.matches("[a-z]+")) {
            throw new IllegalArgumentException("Not a service's name: " + service);
        }
        String owner = service + "_owner";
        String app = service + "_app";
        try {
            try (Connection server = connector.connect("postgres");
                    Statement sql = server.createStatement()) {
                // a statement that fails is logged as it stands, and some of these hold a password
                sql.execute("set log_min_error_statement = panic");
                for (String role : List.of(owner, app)) {
                    if (!exists(sql, "select 1 from pg_roles where rolname = '" + role + "'")) {
                        sql.execute("create role " + role);
                    }
                    sql.execute("alter role " + role + " login password '" + secret.of(role) + "'");
                }
                sql.execute("alter role " + app + " set statement_timeout = '30s'");
                sql.execute("alter role " + app + " set idle_in_transaction_session_timeout = '60s'");
                sql.execute("alter role " + owner + " set lock_timeout = '30s'");
                if (!exists(sql, "select 1 from pg_database where datname = '" + service + "'")) {
                    sql.execute("create database " + service + " owner " + owner);
                }
                sql.execute("revoke all on database " + service + " from public");
                sql.execute("grant connect on database " + service + " to " + app);
            }
            try (Connection database = connector.connect(service);
                    Statement sql = database.createStatement()) {
                sql.execute("alter schema public owner to " + owner);
                sql.execute("grant usage on schema public to " + app);
                String byDefault = "alter default privileges for role " + owner + " in schema public grant ";
                sql.execute(byDefault + "select, insert, update, delete on tables to " + app);
                sql.execute(byDefault + "usage on sequences to " + app);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database " + service + " cannot be prepared", e);
        }
    }

    private static boolean exists(Statement sql, String query) throws SQLException {
        try (var rows = sql.executeQuery(query)) {
            return rows.next();
        }
    }
}
