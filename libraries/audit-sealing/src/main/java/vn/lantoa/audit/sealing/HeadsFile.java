package vn.lantoa.audit.sealing;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.audit.proof.Head;
import vn.lantoa.sql.Query;

/** The file in which others keep the heads of this log. What is missing in it is appended, whoever sealed it. */
@ApplicationScoped
class HeadsFile {
    private static final int AT_A_TIME = 1_000;

    private final @Nullable Path file;
    private final DataSource database;
    private long size = -1;

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

    /** A note that was cut off while it was written is taken away: it follows again, whole. */
    private static long lastSize(Path file) throws IOException {
        if (!Files.exists(file)) {
            return 0;
        }
        var kept = Files.readString(file, StandardCharsets.UTF_8);
        int line = kept.lastIndexOf("\n— ");
        int end = line < 0 ? 0 : kept.indexOf('\n', line + 1) + 1;
        var whole = kept.substring(0, end);
        if (end < kept.length()) {
            Files.writeString(file, whole, StandardCharsets.UTF_8);
        }
        var notes = Head.notes(whole);
        return notes.isEmpty() ? 0 : Head.of(notes.getLast()).size();
    }
}
