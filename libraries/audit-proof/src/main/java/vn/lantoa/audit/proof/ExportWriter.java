package vn.lantoa.audit.proof;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes what the verifier reads: gzip, one line of JSON each for the log, its keys, its heads, its leaves in order with
 * their entries, entries that stand in the trail and not in the log, and the end.
 */
public final class ExportWriter implements AutoCloseable {
    static final String EXPORT = "{\"export\":\"lantoa-audit/1\",\"origin\":\"";
    static final String SIZE = "\",\"size\":";
    static final String KEY = "{\"key\":\"";
    static final String HEAD = "{\"head\":";
    static final String POSITION = "{\"position\":";
    static final String LEAF = ",\"leaf\":\"";
    static final String ENTRY = "\",\"entry\":";
    static final String ID = "\",\"id\":\"";
    static final String OUTSIDE = "{\"outside\":";
    static final String RETIRED = "{\"retired\":";
    static final String END = "{\"end\":";

    private final OutputStream out;

    /** Closing the writer finishes the gzip stream and leaves what is below it open. */
    public ExportWriter(OutputStream below) throws IOException {
        out = new java.io.BufferedOutputStream(new GZIPOutputStream(new Unclosed(below), 64 * 1024), 64 * 1024);
    }

    public void begin(String origin, long size, List<String> keys, List<String> heads) throws IOException {
        line(EXPORT + origin + SIZE + size + "}");
        for (var key : keys) {
            line(KEY + key + "\"}");
        }
        for (var head : heads) {
            var text = new StringBuilder(HEAD);
            CanonicalEntry.quote(text, head);
            line(text.append('}').toString());
        }
    }

    /** Entries below this position were taken out, and one that is still there says so. */
    public void retired(long below) throws IOException {
        if (below > 0) {
            line(RETIRED + below + "}");
        }
    }

    /** @param entry null when the trail does not hold it any more */
    public void leaf(long position, byte[] leaf, UUID id, @Nullable CanonicalEntry entry) throws IOException {
        var text = new StringBuilder(640).append(POSITION).append(position).append(LEAF);
        text.append(Base64.getEncoder().encodeToString(leaf));
        if (entry == null) {
            text.append(ID).append(id).append('"');
        } else {
            text.append(ENTRY).append(entry.text());
        }
        line(text.append('}').toString());
    }

    /** An entry that should have been sealed by now and is not. */
    public void outside(CanonicalEntry entry) throws IOException {
        line(OUTSIDE + entry.text() + "}");
    }

    public void end(long size) throws IOException {
        line(END + size + "}");
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private void line(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }

    private static final class Unclosed extends java.io.FilterOutputStream {
        Unclosed(OutputStream below) {
            super(below);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
