package vn.lantoa.audit.sealing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.audit.proof.Hashes;
import vn.lantoa.audit.proof.Proofs;
import vn.lantoa.sql.Query;
import vn.lantoa.sql.Row;

/** Reads the log: heads, places of entries, and the subtrees that proofs are made of. */
@ApplicationScoped
class LogReads {
    private static final int KEPT_LEVELS = 8;
    private static final String HEAD = "SELECT size, era, root, sealed_at, note FROM audit_head";

    private final DataSource database;

    LogReads(DataSource database) {
        this.database = database;
    }

    /** The newest first. @param below only those smaller than it */
    List<HeadView> heads(@Nullable Long below, int limit) {
        return Query.of(HEAD + " WHERE true")
                .addIf(below, "AND size < ?")
                .add("ORDER BY size DESC LIMIT ?", limit)
                .list(database, LogReads::head);
    }

    Optional<HeadView> head(long size) {
        return Query.of(HEAD + " WHERE size = ?", size).first(database, LogReads::head);
    }

    /** The first head that covers a position. */
    Optional<HeadView> firstHeadOver(long position) {
        return Query.of(HEAD + " WHERE size > ? ORDER BY size LIMIT 1", position)
                .first(database, LogReads::head);
    }

    Optional<Long> position(UUID entry) {
        return Query.of("SELECT position FROM audit_leaf WHERE entry = ?", entry)
                .first(database, row -> row.number("position"));
    }

    /** From what is kept: leaves, and the roots of every eighth level. */
    Proofs.Subtrees subtrees() {
        return (level, index) -> {
            int kept = level - level % KEPT_LEVELS;
            long width = 1L << (level - kept);
            return root(hashes(kept, index * width, width));
        };
    }

    private List<byte[]> hashes(int level, long from, long count) {
        var query = level == 0
                ? Query.of("SELECT hash FROM audit_leaf WHERE position >= ? AND position < ?", from, from + count)
                : Query.of(
                        "SELECT hash FROM audit_node WHERE level = ? AND position >= ? AND position < ?",
                        level,
                        from,
                        from + count);
        var found = query.add("ORDER BY position").list(database, LogReads::hash);
        if (found.size() != count) {
            throw new IllegalStateException("The audit log holds %d of %d hashes from %d on level %d"
                    .formatted(found.size(), count, from, level));
        }
        return found;
    }

    private static byte[] root(List<byte[]> row) {
        var hashes = new Hashes();
        var level = row;
        while (level.size() > 1) {
            var above = new java.util.ArrayList<byte[]>(level.size() / 2);
            for (int i = 0; i < level.size(); i += 2) {
                above.add(hashes.node(level.get(i), level.get(i + 1)));
            }
            level = above;
        }
        return level.getFirst();
    }

    private static byte[] hash(Row row) throws java.sql.SQLException {
        byte[] hash = row.bytesOrNull("hash");
        return hash == null ? new byte[0] : hash;
    }

    private static HeadView head(Row row) throws java.sql.SQLException {
        byte[] root = row.bytesOrNull("root");
        return new HeadView(
                row.number("size"),
                row.integer("era"),
                root == null ? new byte[0] : root,
                row.instant("sealed_at"),
                row.text("note"));
    }
}
