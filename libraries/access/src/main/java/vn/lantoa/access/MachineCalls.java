package vn.lantoa.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.rest.Ids;

/** What other systems asked of this service, written before it is done: nothing is read by a machine without a trace. */
@ApplicationScoped
class MachineCalls {
    private static final int LONGEST_PATH = 400;
    private static final String INSERT = """
            INSERT INTO access_client_call (id, client, called_at, method, path, request_id) VALUES (?, ?, ?, ?, ?, ?)
            """;
    private static final String NEWEST_FIRST = """
            SELECT c.id, c.client, k.name, c.called_at, c.method, c.path, c.request_id
            FROM access_client_call c LEFT JOIN access_client k ON k.id = c.client
            WHERE (?::uuid IS NULL OR c.client = ?) AND (?::uuid IS NULL OR c.id < ?)
            ORDER BY c.id DESC LIMIT ?
            """;

    private final DataSource dataSource;
    private final Clock clock;

    MachineCalls(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    void record(UUID client, String method, String path, @Nullable UUID request) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(INSERT)) {
            statement.setObject(1, Ids.next());
            statement.setObject(2, client);
            statement.setObject(3, clock.instant().atOffset(ZoneOffset.UTC));
            statement.setString(4, method);
            statement.setString(5, path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH) : path);
            statement.setObject(6, request);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new AccessException("the call of a machine cannot be recorded", e);
        }
    }

    List<MachineCallView> list(@Nullable UUID client, @Nullable UUID before, int limit) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(NEWEST_FIRST)) {
            statement.setObject(1, client);
            statement.setObject(2, client);
            statement.setObject(3, before);
            statement.setObject(4, before);
            statement.setInt(5, limit);
            List<MachineCallView> calls = new ArrayList<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    calls.add(view(rows));
                }
            }
            return calls;
        } catch (SQLException e) {
            throw new AccessException("the calls of machines cannot be read", e);
        }
    }

    private static MachineCallView view(ResultSet row) throws SQLException {
        return new MachineCallView(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                Objects.requireNonNull(row.getObject("client", UUID.class)),
                row.getString("name"),
                Objects.requireNonNull(row.getObject("called_at", OffsetDateTime.class))
                        .toInstant(),
                row.getString("method"),
                row.getString("path"),
                row.getObject("request_id", UUID.class));
    }
}
