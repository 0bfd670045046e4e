package vn.lantoa.benchmarks;

import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** How many statements a request sends, as the server counts them. Other work of the service beside it does not count. */
final class Statements {
    private static final int REQUESTS = 400;

    private Statements() {}

    /** Statements a request; rights are asked for once a second and so weigh next to nothing. */
    static double aRequest(DataSource database, Load.Step step) throws Exception {
        count(database);
        try {
            for (int i = 0; i < REQUESTS; i++) {
                step.run();
            }
            return Jdbc.count(database, """
                    SELECT coalesce(sum(calls), 0) FROM pg_stat_statements
                    WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database()) AND calls >= %d""".formatted(REQUESTS / 2)) / (double) REQUESTS;
        } finally {
            rest(database);
        }
    }

    /** From now on the server counts, from nothing. */
    static void count(DataSource database) throws Exception {
        Jdbc.execute(database, "CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
        track(database, "top");
        Jdbc.execute(database, "SELECT pg_stat_statements_reset()");
    }

    static void rest(DataSource database) throws Exception {
        track(database, "none");
    }

    private static void track(DataSource database, String what) throws Exception {
        Jdbc.execute(database, "ALTER SYSTEM SET pg_stat_statements.track = '" + what + "'", "SELECT pg_reload_conf()");
        Waiting.until("counting of statements: " + what, Duration.ofSeconds(10), Duration.ofMillis(50), () -> {
            try {
                return Jdbc.text(database, "SHOW pg_stat_statements.track")
                        .filter(what::equals)
                        .isPresent();
            } catch (SQLException e) {
                throw new IllegalStateException("The server does not count statements", e);
            }
        });
    }
}
