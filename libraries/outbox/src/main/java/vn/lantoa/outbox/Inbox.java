package vn.lantoa.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** What each handler has already applied. */
@ApplicationScoped
class Inbox {
    /** In one order everywhere, so that two consumers of the same events wait instead of deadlocking. */
    private static final String RECEIVE = """
            INSERT INTO inbox (handler, event_id) SELECT ?, id FROM unnest(?::uuid[]) AS id ORDER BY id
            ON CONFLICT ON CONSTRAINT inbox_pk DO NOTHING RETURNING event_id
            """;

    private final DataSource dataSource;

    Inbox(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** In the transaction of the effect: which of these are new to the handler. */
    Set<UUID> receive(String handler, Collection<UUID> events) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(RECEIVE)) {
            statement.setString(1, handler);
            statement.setArray(2, connection.createArrayOf("uuid", events.toArray()));
            try (ResultSet result = statement.executeQuery()) {
                var fresh = new HashSet<UUID>();
                while (result.next()) {
                    fresh.add(result.getObject(1, UUID.class));
                }
                return fresh;
            }
        } catch (SQLException e) {
            throw new OutboxFailure(e);
        }
    }
}
