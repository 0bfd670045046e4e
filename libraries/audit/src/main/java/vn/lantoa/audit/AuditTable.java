package vn.lantoa.audit;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import vn.lantoa.rest.Ids;

/** The append-only table; PostgreSQL adds the transaction id. */
@Singleton
class AuditTable {
    private static final String INSERT =
            "INSERT INTO audit_entry (id, occurred_at, account, person, acting_for, action, entity, entity_id, before,"
                    + " after, subject, request_id, trace_id)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?)";

    private final DataSource dataSource;
    private final Clock clock;

    AuditTable(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    void insert(Origin origin, Change change) {
        insertAll(origin, List.of(change));
    }

    void insertAll(Origin origin, List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            for (var change : changes) {
                insert.setObject(1, Ids.next());
                insert.setObject(2, OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC));
                insert.setString(3, origin.account());
                insert.setObject(4, origin.person());
                insert.setObject(5, origin.actingFor());
                insert.setString(6, change.action());
                insert.setString(7, change.entity());
                insert.setObject(8, change.id());
                insert.setString(9, change.before());
                insert.setString(10, change.after());
                insert.setObject(11, change.subject());
                insert.setObject(12, origin.requestId());
                insert.setString(13, origin.traceId());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new AuditStoreException(e);
        }
    }
}
