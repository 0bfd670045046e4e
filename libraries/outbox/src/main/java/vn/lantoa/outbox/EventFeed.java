package vn.lantoa.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Reads the event log in its own order. Restricted events are never read. */
@ApplicationScoped
class EventFeed {
    /** Positions looked at for one page: bounds the work of a filter that finds little. Those of a subject are indexed. */
    static final long WINDOW = 5_000;

    private static final String READ = """
            SELECT s.position AS head, e.*
            FROM relay_state s LEFT JOIN LATERAL (
                SELECT position, event_id, type, subject, occurred_at, aggregate_version, causation_id, traceparent,
                       announcement, scope_unit, payload
                FROM %s
                WHERE position > ? AND position <= ? AND NOT restricted %s
                ORDER BY position LIMIT ?) e ON true
            ORDER BY e.position
            """;

    private final DataSource dataSource;
    private final String source;

    EventFeed(DataSource dataSource, @ConfigProperty(name = "lantoa.service") String service) {
        this.dataSource = dataSource;
        this.source = "/lantoa/" + service;
    }

    record Entry(long position, @Nullable UUID scopeUnit, EventView view) {}

    /** @param next where to go on, null when there is nothing more now */
    record Stretch(List<Entry> entries, @Nullable Long next) {}

    /** One statement; call it without a transaction. */
    Stretch read(long after, int limit, @Nullable String type, @Nullable UUID subject) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql(type != null, subject != null))) {
            int parameter = 0;
            if (subject != null) {
                statement.setObject(++parameter, subject);
            }
            statement.setLong(++parameter, after);
            statement.setLong(++parameter, last(after, subject));
            if (type != null) {
                statement.setString(++parameter, type);
            }
            statement.setInt(++parameter, limit + 1);
            try (ResultSet result = statement.executeQuery()) {
                var entries = new ArrayList<Entry>();
                long head = 0;
                while (result.next()) {
                    head = result.getLong("head");
                    if (result.getObject("event_id") != null) {
                        entries.add(entry(result));
                    }
                }
                return stretch(entries, last(after, subject), limit, head);
            }
        } catch (SQLException e) {
            throw new OutboxFailure(e);
        }
    }

    /** A subject is looked up first ({@code OFFSET 0} keeps it so): in the order of positions the whole log would be walked. */
    static String sql(boolean ofType, boolean ofSubject) {
        return READ.formatted(
                ofSubject ? "(SELECT * FROM event_log WHERE subject = ? OFFSET 0) AS told" : "event_log",
                ofType ? "AND type = ?" : "");
    }

    private static long last(long after, @Nullable UUID subject) {
        return subject == null ? after + WINDOW : Long.MAX_VALUE;
    }

    private static Stretch stretch(List<Entry> entries, long end, int limit, long head) {
        if (entries.size() > limit) {
            var page = List.copyOf(entries.subList(0, limit));
            return new Stretch(page, page.getLast().position());
        }
        return new Stretch(entries, end < head ? Long.valueOf(end) : null);
    }

    private Entry entry(ResultSet result) throws SQLException {
        long position = result.getLong("position");
        var view = new EventView(
                "1.0",
                result.getObject("event_id", UUID.class),
                source,
                result.getString("type"),
                result.getObject("subject", UUID.class),
                result.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                EventTypes.JSON,
                result.getLong("aggregate_version"),
                result.getObject("causation_id", UUID.class),
                result.getString("traceparent"),
                result.getBoolean("announcement") ? Boolean.TRUE : null,
                Long.toString(position),
                result.getString("payload"));
        return new Entry(position, result.getObject("scope_unit", UUID.class), view);
    }
}
