package vn.lantoa.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The relay's database session. Its advisory lock makes one relay the leader; the epoch is the second belt: whoever
 * led last owns it, and rows move only under it.
 */
final class RelaySession implements AutoCloseable {
    /** One number for every service: each has a database of its own. */
    static final long LOCK = 0x6C616E746F61L;

    private static final String NEXT = """
            SELECT id, event_id, type, topic, subject, aggregate_version, payload, content_type, announcement,
                   traceparent, causation_id, occurred_at
            FROM (SELECT o.*, sum(octet_length(payload)) OVER (ORDER BY id) - octet_length(payload) AS before
                  FROM (SELECT * FROM outbox ORDER BY id LIMIT ?) o) rows
            WHERE before < ? ORDER BY id
            """;
    private static final String CLAIM =
            "UPDATE relay_state SET position = position + ? WHERE epoch = ? RETURNING position";
    private static final String MOVE = """
            WITH gone AS (DELETE FROM outbox WHERE id = ANY (?) RETURNING *)
            INSERT INTO event_log (position, event_id, type, topic, subject, aggregate_version, payload, restricted,
                                   scope_unit, announcement, traceparent, causation_id, occurred_at)
            SELECT ? + row_number() OVER (ORDER BY id), event_id, type, topic, subject, aggregate_version, payload,
                   content_type <> 'application/json', scope_unit, announcement, traceparent, causation_id, occurred_at
            FROM gone
            """;

    private final Connection connection;
    private long epoch = -1;
    private long lastSpoke = System.nanoTime();

    RelaySession(Connection connection) {
        this.connection = connection;
    }

    boolean tryToLead() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_try_advisory_lock(?)")) {
            statement.setLong(1, LOCK);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return spoke(result.getBoolean(1));
            }
        }
    }

    /** From here on rows move only under this session's epoch. */
    void beginEpoch() throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("UPDATE relay_state SET epoch = epoch + 1 RETURNING epoch");
                ResultSet result = statement.executeQuery()) {
            result.next();
            epoch = spoke(result.getLong(1));
        }
    }

    List<OutboxRow> next(int rows, int bytes) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NEXT)) {
            statement.setInt(1, rows);
            statement.setInt(2, bytes);
            try (ResultSet result = statement.executeQuery()) {
                var found = new ArrayList<OutboxRow>();
                while (result.next()) {
                    found.add(row(result));
                }
                return spoke(found);
            }
        }
    }

    /** Keeps the session from being ended as silent; cheap when it spoke a moment ago. */
    void ping() throws SQLException {
        if (System.nanoTime() - lastSpoke < 500_000_000L) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement("SELECT 1");
                ResultSet result = statement.executeQuery()) {
            spoke(result.next());
        }
    }

    /** Moves rows that Kafka has acknowledged to the event log, all or none. */
    void moved(List<OutboxRow> rows) throws SQLException {
        connection.setAutoCommit(false);
        try {
            long last = claimPositions(rows.size());
            try (PreparedStatement statement = connection.prepareStatement(MOVE)) {
                Object[] ids = rows.stream().map(OutboxRow::id).toArray();
                statement.setArray(1, connection.createArrayOf("bigint", ids));
                statement.setLong(2, last - rows.size());
                if (statement.executeUpdate() != rows.size()) {
                    throw new LostLeadership("Somebody else moved rows of the outbox");
                }
            }
            connection.commit();
            spoke(true);
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            if (!connection.isClosed()) {
                connection.setAutoCommit(true);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private long claimPositions(int count) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CLAIM)) {
            statement.setInt(1, count);
            statement.setLong(2, epoch);
            try (ResultSet result = statement.executeQuery()) {
                if (!result.next()) {
                    throw new LostLeadership("A newer relay has begun its epoch");
                }
                return result.getLong(1);
            }
        }
    }

    private <T> T spoke(T answer) {
        lastSpoke = System.nanoTime();
        return answer;
    }

    private static OutboxRow row(ResultSet result) throws SQLException {
        Instant occurredAt =
                result.getObject("occurred_at", OffsetDateTime.class).toInstant();
        return new OutboxRow(
                result.getLong("id"),
                result.getObject("event_id", UUID.class),
                result.getString("type"),
                result.getString("topic"),
                result.getObject("subject", UUID.class),
                result.getLong("aggregate_version"),
                result.getString("payload"),
                result.getString("content_type"),
                result.getBoolean("announcement"),
                result.getString("traceparent"),
                result.getObject("causation_id", UUID.class),
                occurredAt);
    }
}
