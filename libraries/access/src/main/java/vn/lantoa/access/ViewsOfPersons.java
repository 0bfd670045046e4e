package vn.lantoa.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What the audit trail of this service tells of who viewed as whom. */
@ApplicationScoped
class ViewsOfPersons {
    private static final String NEWEST_FIRST = """
            SELECT id, person, after ->> 'method' AS method, after ->> 'path' AS path, occurred_at, request_id
            FROM audit_entry
            WHERE entity_id = ANY (access_records(?)) AND action = ? AND (?::uuid IS NULL OR id < ?)
            ORDER BY id DESC LIMIT ?
            """;

    private final DataSource dataSource;

    ViewsOfPersons(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    List<ViewOfMe> of(UUID person, @Nullable UUID before, int limit) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(NEWEST_FIRST)) {
            statement.setObject(1, person);
            statement.setString(2, ViewAsFilter.ACTION);
            statement.setObject(3, before);
            statement.setObject(4, before);
            statement.setInt(5, limit);
            List<ViewOfMe> views = new ArrayList<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    views.add(new ViewOfMe(
                            Objects.requireNonNull(rows.getObject("id", UUID.class)),
                            rows.getObject("person", UUID.class),
                            rows.getString("method"),
                            rows.getString("path"),
                            Objects.requireNonNull(rows.getObject("occurred_at", OffsetDateTime.class))
                                    .toInstant(),
                            rows.getObject("request_id", UUID.class)));
                }
            }
            return views;
        } catch (SQLException e) {
            throw new AccessException("the trail cannot be read", e);
        }
    }
}
