package vn.lantoa.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;

/** Takes the turn away from our relay for as long as a peer is measured: what is written stays in the outbox meanwhile. */
final class RelayTurn implements AutoCloseable {
    /** The advisory lock whose holder relays. */
    private static final long LOCK = 0x6C616E746F61L;

    private final Connection connection;

    private RelayTurn(Connection connection) {
        this.connection = connection;
    }

    static RelayTurn take(DataSource database) throws Exception {
        var connection = database.getConnection();
        try {
            var waiting = CompletableFuture.runAsync(() -> lock(connection));
            Waiting.until("the turn of the relay", Duration.ofSeconds(30), Duration.ofMillis(20), () -> {
                if (waiting.isDone()) {
                    return true;
                }
                // it is queued first, so that the relay that is ended does not get the turn again
                Jdbc.text(database, """
                        SELECT pg_terminate_backend(l.pid) FROM pg_locks l
                        WHERE l.locktype = 'advisory' AND l.granted
                          AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
                          AND (l.classid::bigint << 32 | l.objid::bigint) = %d
                          AND EXISTS (SELECT FROM pg_locks w WHERE w.locktype = 'advisory' AND NOT w.granted
                                      AND w.classid = l.classid AND w.objid = l.objid)""".formatted(LOCK));
                return false;
            });
            waiting.get();
            return new RelayTurn(connection);
        } catch (Exception e) {
            connection.close();
            throw e;
        }
    }

    private static void lock(Connection connection) {
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(" + LOCK + ")");
        } catch (SQLException e) {
            throw new IllegalStateException("The relay's turn could not be taken", e);
        }
    }

    /** The relay takes it again within half a second. */
    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
