package vn.lantoa.audit.sealing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import vn.lantoa.audit.proof.CanonicalEntry;

/** Entries of the trail as they are hashed. */
final class EntryRows {
    /** Of {@code audit_entry e}. */
    static final String COLUMNS = """
            e.id, e.occurred_at, e.account, e.person, e.acting_for, e.action, e.entity, e.entity_id,
            e.before::text AS before, e.after::text AS after, e.subject, e.request_id, e.trace_id, e.xid::text AS xid
            """;

    private EntryRows() {}

    static CanonicalEntry entry(ResultSet row) throws SQLException {
        return new CanonicalEntry(
                row.getObject("id", UUID.class),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getString("account"),
                row.getObject("person", UUID.class),
                row.getObject("acting_for", UUID.class),
                row.getString("action"),
                row.getString("entity"),
                row.getObject("entity_id", UUID.class),
                row.getString("before"),
                row.getString("after"),
                row.getObject("subject", UUID.class),
                row.getObject("request_id", UUID.class),
                row.getString("trace_id"),
                row.getString("xid"));
    }
}
