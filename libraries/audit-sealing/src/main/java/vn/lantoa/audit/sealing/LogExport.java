package vn.lantoa.audit.sealing;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.lantoa.audit.proof.ExportWriter;
import vn.lantoa.audit.proof.SigningKey;
import vn.lantoa.audit.proof.VerifyingKey;

/**
 * The whole sealed log as a file for {@code verify-audit}: keys, heads, leaves, entries. Row by row, in constant memory, from
 * one snapshot; the connection is in a transaction of its own that has not asked anything yet.
 */
final class LogExport {
    private static final int ROWS_AT_A_TIME = 500;
    /** Of heads the newest, the last of each day, and the last of each era: enough to confine what was changed. */
    private static final String HEADS = """
            SELECT note FROM audit_head WHERE size IN (
                (SELECT size FROM audit_head ORDER BY size DESC LIMIT 1000)
                UNION SELECT max(size) FROM audit_head GROUP BY date_trunc('day', sealed_at)
                UNION SELECT max(size) FROM audit_head GROUP BY era)
            ORDER BY size
            """;

    /** Positions below it were taken out, as entries of the trail themselves say. */
    private static final String RETIRED = """
            SELECT coalesce(max(CASE WHEN e.after->>'to' ~ '^[0-9]{1,18}$' THEN (e.after->>'to')::bigint END), 0)
            FROM audit_entry e JOIN audit_leaf l ON l.entry = e.id
            WHERE e.action = '%s' AND e.entity = 'audit-log'
            """.formatted(Retirement.ACTION);

    private static final String LEAVES = "SELECT l.position, l.entry, l.hash, " + EntryRows.COLUMNS
            + " FROM audit_leaf l LEFT JOIN audit_entry e ON e.id = l.entry ORDER BY l.position";

    /** Below what is sealed, or of transactions that have not happened: nobody writes such entries, but an intruder. */
    private static final String OUTSIDE = "SELECT " + EntryRows.COLUMNS + """
            FROM audit_entry e
            WHERE NOT EXISTS (SELECT FROM audit_leaf l WHERE l.entry = e.id)
              AND ((e.xid, e.id) <= (?::text::xid8, ?) OR e.xid >= pg_snapshot_xmax(pg_current_snapshot()))
            ORDER BY e.xid, e.id
            """;

    private final Connection connection;
    private final String origin;
    private final List<SigningKey> keys;

    /** @param keys that vouch for older ones; none: the file names what stands in the table, and whoever verifies it compares */
    LogExport(Connection connection, String origin, List<SigningKey> keys) {
        this.connection = connection;
        this.origin = origin;
        this.keys = List.copyOf(keys);
    }

    /** @return how many entries were written */
    long write(OutputStream out) throws SQLException, IOException {
        try (var snapshot = connection.createStatement()) {
            snapshot.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
            snapshot.execute("SET LOCAL statement_timeout = 0");
        }
        var tables = new LogTables(connection);
        var last = tables.last();
        try (var file = new ExportWriter(out)) {
            file.begin(origin, last.size(), keys(), texts(HEADS));
            try (var query = connection.prepareStatement(RETIRED);
                    var row = query.executeQuery()) {
                row.next();
                file.retired(row.getLong(1));
            }
            long count = leaves(file);
            if (!tables.isOfAnotherDatabase(last)) {
                outside(file, last);
            }
            file.end(count);
            return count;
        }
    }

    private long leaves(ExportWriter file) throws SQLException, IOException {
        long count = 0;
        try (var query = connection.prepareStatement(LEAVES)) {
            query.setFetchSize(ROWS_AT_A_TIME);
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    var entry = row.getObject("id") == null ? null : EntryRows.entry(row);
                    file.leaf(row.getLong("position"), row.getBytes("hash"), row.getObject("entry", UUID.class), entry);
                    count++;
                }
            }
        }
        return count;
    }

    private void outside(ExportWriter file, SealedUpTo last) throws SQLException, IOException {
        try (var query = connection.prepareStatement(OUTSIDE)) {
            query.setString(1, last.lastXid());
            query.setObject(2, last.lastId());
            query.setFetchSize(ROWS_AT_A_TIME);
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    file.outside(EntryRows.entry(row));
                }
            }
        }
    }

    private List<String> keys() throws SQLException {
        return keys.isEmpty()
                ? texts("SELECT key FROM audit_key ORDER BY since")
                : KnownKeys.trusted(connection, keys).stream()
                        .map(VerifyingKey::toString)
                        .toList();
    }

    private List<String> texts(String sql) throws SQLException {
        var texts = new ArrayList<String>();
        try (var query = connection.prepareStatement(sql);
                var row = query.executeQuery()) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }
}
