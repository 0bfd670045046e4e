package vn.lantoa.audit.sealing;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.lantoa.audit.proof.Head;
import vn.lantoa.sql.Query;

/**
 * The file in which others keep the heads of this log. What is missing in it is appended, whoever sealed it; of what stands in
 * it nothing is ever written again, except that the rest of a note that was cut off is taken away.
 */
@ApplicationScoped
class HeadsFile {
    private static final Logger LOG = Logger.getLogger(HeadsFile.class);
    private static final int AT_A_TIME = 1_000;
    /** Many notes; the file itself may be larger than any memory. */
    private static final int TAIL = 64 * 1024;
    /** Bytes are looked at as characters: places in the text are places in the file. */
    private static final String SIGNATURE = "\n" + bytewise("— ");

    private final @Nullable Path file;
    private final DataSource database;
    private long size = -1;
    private boolean contradicted;

    HeadsFile(SealingConfig config, DataSource database) {
        this.file = config.headsFile().orElse(null);
        this.database = database;
    }

    synchronized void catchUp() throws IOException {
        if (file == null) {
            return;
        }
        if (size < 0) {
            size = lastSize(file);
        }
        while (true) {
            var notes = Query.of("SELECT note FROM audit_head WHERE size > ? ORDER BY size LIMIT ?", size, AT_A_TIME)
                    .list(database, row -> row.text("note"));
            if (notes.isEmpty()) {
                return;
            }
            Files.writeString(
                    file,
                    String.join("", notes),
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.SYNC);
            size = Head.of(notes.getLast()).size();
        }
    }

    /** Whether the last head in the file is not one of the database: that was restored, or written anew. */
    synchronized boolean contradicted() {
        return contradicted;
    }

    private long lastSize(Path path) throws IOException {
        if (!Files.exists(path)) {
            return 0;
        }
        try (var channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long begin = Math.max(0, channel.size() - TAIL);
            byte[] tail = read(channel, begin);
            var text = new String(tail, StandardCharsets.ISO_8859_1);
            int end = endOfLastNote(text);
            if (end == 0 && begin > 0) {
                throw new IOException(path + " does not end with heads; it is left alone");
            }
            var notes = Head.notes(new String(tail, 0, end, StandardCharsets.UTF_8));
            var last = notes.isEmpty() ? null : Head.of(notes.getLast());
            if (!text.substring(end).isBlank()) {
                var origin = last == null ? origin() : last.origin();
                if (origin == null) {
                    // nothing is sealed yet, so nothing can be missing
                    return -1;
                }
                cutOff(channel, path, begin + end, text.substring(end), bytewise(origin + "\n"));
            }
            if (last != null) {
                compare(path, last);
            }
            return last == null ? 0 : last.size();
        }
    }

    /** A note that was cut off while it was written is taken away: it follows again, whole. Anything else is not ours. */
    private static void cutOff(FileChannel channel, Path path, long end, String rest, String beginning)
            throws IOException {
        if (!rest.startsWith(beginning) && !beginning.startsWith(rest)) {
            throw new IOException(path + " ends with something that is no head; it is left alone");
        }
        LOG.warnf("The last head in %s was cut off and is written again", path);
        channel.truncate(end);
        channel.force(true);
    }

    private void compare(Path path, Head last) {
        var stored = Query.of("SELECT note FROM audit_head WHERE size = ?", last.size())
                .first(database, row -> Head.of(row.text("note")));
        contradicted = stored.isEmpty() || !stored.get().equals(last);
        if (contradicted) {
            LOG.errorf(
                    "The last head in %s (%d entries, %s) is not one of the database: it was restored or written anew."
                            + " Keep the file as it is and verify an export against it",
                    path, last.size(), last.at());
        }
    }

    private @Nullable String origin() {
        return Query.of("SELECT note FROM audit_head ORDER BY size LIMIT 1")
                .first(database, row -> Head.of(row.text("note")).origin())
                .orElse(null);
    }

    /** Behind the last line of a signature that is whole. */
    private static int endOfLastNote(String text) {
        int line = text.length();
        int end = 0;
        while (end == 0 && line >= 0) {
            line = text.lastIndexOf(SIGNATURE, line - 1);
            end = line < 0 ? 0 : text.indexOf('\n', line + 1) + 1;
        }
        return end;
    }

    private static byte[] read(FileChannel channel, long from) throws IOException {
        var buffer = ByteBuffer.allocate((int) (channel.size() - from));
        while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) >= 0) {
            // until the end
        }
        return buffer.array();
    }

    private static String bytewise(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
