package vn.lantoa.audit.sealing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.audit.proof.CanonicalEntry;

/** The tables of the log, over the connection of the caller's transaction. */
final class LogTables {
    /** One number for every service: each has a database of its own. */
    private static final long LOCK = 0x6C616E746F62L;

    private static final int ROWS_AT_A_TIME = 500;

    /**
     * In the order of the log. Whatever lies below the oldest transaction still running is committed or gone for ever, so
     * nothing can appear below an entry that is sealed. In a later era numbers come a second time: what is sealed is passed over.
     */
    private static final String NEXT = """
            SELECT %s FROM audit_entry e
            WHERE (e.xid, e.id) > (?::text::xid8, ?) AND e.xid < pg_snapshot_xmin(pg_current_snapshot()) %s
            ORDER BY e.xid, e.id LIMIT ?
            """;

    private static final String NOT_SEALED = "AND NOT EXISTS (SELECT FROM audit_leaf l WHERE l.entry = e.id)";

    private static final int PASSED_AT_A_TIME = 10_000;

    /** Nothing can appear any more below the oldest transaction that is still running: that is settled. */
    private static final String BETWEEN = """
            SELECT e.occurred_at, e.xid::text AS xid, e.id,
                   EXISTS (SELECT FROM audit_leaf l WHERE l.entry = e.id) AS sealed,
                   e.xid < pg_snapshot_xmin(pg_current_snapshot()) AS settled
            FROM audit_entry e
            WHERE (e.xid, e.id) > (?::text::xid8, ?) AND (e.xid, e.id) > (?::text::xid8, ?)
              AND e.xid < pg_snapshot_xmax(pg_current_snapshot())
            ORDER BY e.xid, e.id LIMIT ?
            """;

    /** What came with a restore and was not sealed where it came from: its transactions are of the future here. */
    private static final String LEFT_OVER = """
            SELECT %s FROM audit_entry e
            WHERE (e.xid, e.id) > (?::text::xid8, ?) AND e.xid >= pg_snapshot_xmax(pg_current_snapshot())
            ORDER BY e.xid, e.id LIMIT ?
            """;

    private final Connection connection;

    LogTables(Connection connection) {
        this.connection = connection;
    }

    /** Whether nobody else seals until the end of this transaction. */
    boolean lock() throws SQLException {
        return truth("SELECT pg_try_advisory_xact_lock(" + LOCK + ")");
    }

    SealedUpTo last() throws SQLException {
        try (var query = connection.prepareStatement(
                        "SELECT size, frontier, era, last_xid::text, last_id FROM audit_head ORDER BY size DESC LIMIT 1");
                var row = query.executeQuery()) {
            return row.next()
                    ? new SealedUpTo(
                            row.getLong(1),
                            row.getBytes(2),
                            row.getInt(3),
                            row.getString(4),
                            row.getObject(5, UUID.class))
                    : SealedUpTo.BEGINNING;
        }
    }

    /** Whether the last sealed transaction has not happened yet: the trail was restored into another database. */
    boolean isOfAnotherDatabase(SealedUpTo last) throws SQLException {
        try (var query =
                connection.prepareStatement("SELECT ?::text::xid8 >= pg_snapshot_xmax(pg_current_snapshot())")) {
            query.setString(1, last.lastXid());
            try (var row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** Told of each entry. */
    @FunctionalInterface
    interface EntryConsumer {
        void accept(CanonicalEntry entry);
    }

    void next(SealedUpTo last, int limit, EntryConsumer consumer) throws SQLException {
        each(NEXT.formatted(EntryRows.COLUMNS, last.era() > 1 ? NOT_SEALED : ""), last, limit, consumer);
    }

    void leftOver(SealedUpTo last, int limit, EntryConsumer consumer) throws SQLException {
        each(LEFT_OVER.formatted(EntryRows.COLUMNS), last, limit, consumer);
    }

    private void each(String sql, SealedUpTo last, int limit, EntryConsumer consumer) throws SQLException {
        try (var query = connection.prepareStatement(sql)) {
            query.setString(1, last.lastXid());
            query.setObject(2, last.lastId());
            query.setInt(3, limit);
            query.setFetchSize(ROWS_AT_A_TIME);
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    consumer.accept(EntryRows.entry(row));
                }
            }
        }
    }

    void addLeaves(long from, List<UUID> entries, List<byte[]> hashes) throws SQLException {
        try (var insert = connection.prepareStatement("""
                INSERT INTO audit_leaf (position, entry, hash)
                SELECT ? + place - 1, entry, hash
                FROM unnest(?::uuid[], ?::bytea[]) WITH ORDINALITY AS given (entry, hash, place)""")) {
            insert.setLong(1, from);
            insert.setArray(2, connection.createArrayOf("uuid", entries.toArray()));
            insert.setArray(3, connection.createArrayOf("bytea", hashes.toArray(byte[][]::new)));
            insert.executeUpdate();
        }
    }

    /** Root of a complete subtree. */
    record Node(int level, long index, byte[] hash) {}

    void addNodes(List<Node> nodes) throws SQLException {
        try (var insert =
                connection.prepareStatement("INSERT INTO audit_node (level, position, hash) VALUES (?, ?, ?)")) {
            for (var node : nodes) {
                insert.setInt(1, node.level());
                insert.setLong(2, node.index());
                insert.setBytes(3, node.hash());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    void addHead(UUID id, SealedUpTo upTo, byte[] root, Instant at, String note) throws SQLException {
        try (var insert = connection.prepareStatement("""
                INSERT INTO audit_head (size, id, root, frontier, sealed_at, era, last_xid, last_id, note)
                VALUES (?, ?, ?, ?, ?, ?, ?::text::xid8, ?, ?)""")) {
            insert.setLong(1, upTo.size());
            insert.setObject(2, id);
            insert.setBytes(3, root);
            insert.setBytes(4, upTo.frontier());
            insert.setObject(5, at.atOffset(ZoneOffset.UTC));
            insert.setInt(6, upTo.era());
            insert.setString(7, upTo.lastXid());
            insert.setObject(8, upTo.lastId());
            insert.setString(9, note);
            insert.executeUpdate();
        }
    }

    void rememberKey(String key, Instant at) throws SQLException {
        try (var insert = connection.prepareStatement(
                "INSERT INTO audit_key (key, since) VALUES (?, ?) ON CONFLICT ON CONSTRAINT audit_key_pk DO NOTHING")) {
            insert.setString(1, key);
            insert.setObject(2, at.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    void rememberVoucher(String note, Instant at) throws SQLException {
        try (var insert = connection.prepareStatement("INSERT INTO audit_key_voucher (note, since) VALUES (?, ?)"
                + " ON CONFLICT ON CONSTRAINT audit_key_voucher_pk DO NOTHING")) {
            insert.setString(1, note);
            insert.setObject(2, at.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    /** A place in the order of the log up to which everything is sealed, and stays so. */
    record Passed(String xid, UUID id) {
        static final Passed NOTHING = new Passed("0", new UUID(0, 0));
    }

    /** @param oldest when the oldest entry that should be sealed next was written, null when none is found */
    record Unsealed(@Nullable Instant oldest, Passed passed) {}

    /**
     * The same order as sealing, so one step in the index; in a later era sealed entries of the earlier ones lie between, and
     * so many are passed over in one look.
     *
     * @param passed where the last look came to
     */
    Unsealed oldestUnsealed(Passed passed) throws SQLException {
        var last = last();
        var era = isOfAnotherDatabase(last) ? last.nextEra() : last;
        if (era.era() == 1) {
            return new Unsealed(first(era), Passed.NOTHING);
        }
        var reached = passed;
        try (var query = connection.prepareStatement(BETWEEN)) {
            query.setString(1, era.lastXid());
            query.setObject(2, era.lastId());
            query.setString(3, passed.xid());
            query.setObject(4, passed.id());
            query.setInt(5, PASSED_AT_A_TIME);
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    if (!row.getBoolean("sealed")) {
                        return new Unsealed(instant(row), reached);
                    }
                    if (row.getBoolean("settled")) {
                        reached = new Passed(row.getString("xid"), row.getObject("id", UUID.class));
                    }
                }
            }
        }
        return new Unsealed(null, reached);
    }

    private @Nullable Instant first(SealedUpTo last) throws SQLException {
        try (var query = connection.prepareStatement("SELECT e.occurred_at FROM audit_entry e"
                + " WHERE (e.xid, e.id) > (?::text::xid8, ?) ORDER BY e.xid, e.id LIMIT 1")) {
            query.setString(1, last.lastXid());
            query.setObject(2, last.lastId());
            try (var row = query.executeQuery()) {
                return row.next() ? instant(row) : null;
            }
        }
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject(1, java.time.OffsetDateTime.class).toInstant();
    }

    private boolean truth(String sql) throws SQLException {
        try (var query = connection.prepareStatement(sql);
                var row = query.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
