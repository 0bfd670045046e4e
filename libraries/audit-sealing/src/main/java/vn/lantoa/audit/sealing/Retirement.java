package vn.lantoa.audit.sealing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import vn.lantoa.audit.proof.Finding;
import vn.lantoa.audit.proof.RetiredStretch;
import vn.lantoa.audit.proof.SigningKey;
import vn.lantoa.audit.proof.Verification;
import vn.lantoa.rest.Ids;

/**
 * Takes old entries out of the trail once an export holds them. Their hashes stay, so the log goes on being provable, and an
 * entry of the trail itself, sealed like any other and signed with the key of the log, says which were taken out and into
 * which file: the verifier misses every other one.
 */
final class Retirement {
    static final String ACTION = "audit.retire";
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    /** What stands between the first entry that is there and the first of that day or later. */
    private static final String STRETCH = """
            SELECT coalesce(min(l.position), 0),
                   coalesce(min(l.position) FILTER (WHERE e.occurred_at >= ?), coalesce(max(l.position), -1) + 1)
            FROM audit_leaf l JOIN audit_entry e ON e.id = l.entry
            """;

    private final Connection connection;
    private final String origin;
    private final List<SigningKey> keys;
    private final Clock clock;

    /**
     * @param connection of the owner of the tables
     * @param keys of the log, which sign what is done: the verifier misses whatever they did not sign
     */
    Retirement(Connection connection, String origin, List<SigningKey> keys, Clock clock) {
        this.connection = connection;
        this.origin = origin;
        this.keys = List.copyOf(keys);
        this.clock = clock;
    }

    /** @return what was done, in a sentence */
    String before(LocalDate day, Path export) throws SQLException, IOException {
        var verified = new Verification(
                        KnownKeys.trusted(connection, keys), texts("SELECT note FROM audit_head ORDER BY size"), null)
                .of(export);
        long held = verified.entries();
        if (verified.findings().stream().anyMatch(finding -> finding.kind() != Finding.Kind.TRUNCATED)) {
            throw new RefusedRetirement("The export is not sound, nothing was retired: " + verified.findings());
        }
        connection.setAutoCommit(false);
        try {
            long from;
            long to;
            try (var query = connection.prepareStatement(STRETCH)) {
                query.setObject(1, day.atStartOfDay(ZONE).toOffsetDateTime());
                try (var row = query.executeQuery()) {
                    row.next();
                    from = row.getLong(1);
                    to = row.getLong(2);
                }
            }
            if (to > held) {
                throw new RefusedRetirement("The export holds %d entries, and %d are older than %s: make a newer one"
                        .formatted(held, to, day));
            }
            if (to <= from) {
                connection.rollback();
                return "Nothing is older than " + day;
            }
            long gone = delete(from, to);
            record(new RetiredStretch(
                    origin, from, to, day, sha256(export), clock.instant().truncatedTo(ChronoUnit.MICROS)));
            connection.commit();
            return "%d entries retired, positions %d to %d; keep the export".formatted(gone, from, to - 1);
        } catch (SQLException | IOException | RuntimeException e) {
            connection.rollback();
            throw e;
        }
    }

    private long delete(long from, long to) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET LOCAL lantoa.retiring = 'on'");
        }
        try (var delete = connection.prepareStatement("""
                DELETE FROM audit_entry e USING audit_leaf l
                WHERE l.entry = e.id AND l.position >= ? AND l.position < ?""")) {
            delete.setLong(1, from);
            delete.setLong(2, to);
            return delete.executeLargeUpdate();
        }
    }

    /** All that was ever taken out: the entry that told of an earlier time may be among it. */
    private void record(RetiredStretch stretch) throws SQLException {
        try (var insert = connection.prepareStatement("""
                INSERT INTO audit_entry (id, occurred_at, account, action, entity, entity_id, after)
                VALUES (?, now(), 'system', ?, 'audit-log', ?,
                        jsonb_build_object('from', ?::bigint, 'to', ?::bigint, 'before', ?::text, 'export', ?::text, 'note', ?::text))""")) {
            insert.setObject(1, Ids.next());
            insert.setString(2, ACTION);
            insert.setObject(3, new UUID(0, 0));
            insert.setLong(4, stretch.from());
            insert.setLong(5, stretch.to());
            insert.setString(6, stretch.before().toString());
            insert.setString(7, stretch.export());
            insert.setString(8, stretch.signed(keys));
            insert.executeUpdate();
        }
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

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[64 * 1024];
            int read;
            while ((read = in.read(buffer)) > 0) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
