package vn.lantoa.units.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A part of a workbook on its way through: refused when it grows beyond its limit, and XML also for declaring entities or for
 * holding more between two tags than any cell does. What it was refused for is told again to whoever reads on.
 */
final class WatchedPart extends InputStream {
    private static final int LONGEST_TAG_OR_TEXT = 1 << 20;
    private static final byte[] DOCTYPE = "<!DOCTYPE".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ENTITY = "<!ENTITY".getBytes(StandardCharsets.US_ASCII);

    private final InputStream content;
    private final byte[] buffer = new byte[64 * 1024];
    private final boolean xml;
    private long limit;
    private long seen;
    private int from;
    private int until;
    private int doctype;
    private int entity;
    private int sinceTag;
    private @Nullable UnreadableFile refused;

    WatchedPart(InputStream content, long limit) throws IOException {
        this.content = content;
        this.limit = limit;
        this.until = content.readNBytes(buffer, 0, buffer.length);
        this.xml = beginsLikeXml(buffer, until);
        watch();
    }

    /** By how it begins, whatever it is called. */
    boolean isXml() {
        return xml;
    }

    long seen() {
        return seen;
    }

    /** It turned out to hold what is kept in memory. */
    void atMost(long bytes) throws UnreadableFile {
        limit = Math.min(limit, bytes);
        if (seen > limit) {
            throw refuse("file-too-large-unpacked");
        }
    }

    UnreadableFile refuse(String code) {
        var because = refused == null ? new UnreadableFile(code) : refused;
        refused = because;
        return because;
    }

    /** What it was refused for, though the failure came wrapped. */
    void throwIfRefused() throws UnreadableFile {
        if (refused != null) {
            throw refused;
        }
    }

    void drain() throws IOException {
        do {
            from = until;
        } while (fill());
    }

    @Override
    public int read() throws IOException {
        return from == until && !fill() ? -1 : buffer[from++] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (from == until && !fill()) {
            return -1;
        }
        int count = Math.min(length, until - from);
        System.arraycopy(buffer, from, bytes, offset, count);
        from += count;
        return count;
    }

    private boolean fill() throws IOException {
        throwIfRefused();
        int read = content.read(buffer);
        from = 0;
        until = Math.max(read, 0);
        watch();
        return read > 0;
    }

    private void watch() throws UnreadableFile {
        seen += until;
        atMost(limit);
        for (int i = 0; i < until; i++) {
            byte b = buffer[i];
            doctype = step(DOCTYPE, doctype, b);
            entity = step(ENTITY, entity, b);
            if (doctype == DOCTYPE.length || entity == ENTITY.length) {
                throw refuse("file-with-entities");
            }
            sinceTag = b == '<' ? 0 : sinceTag + 1;
            if (xml && sinceTag > LONGEST_TAG_OR_TEXT) {
                throw refuse("file-too-large-unpacked");
            }
        }
    }

    /**
     * @throws UnreadableFile for UTF-16 or UTF-32, in which no word would be seen; programs write workbooks in UTF-8
     */
    private boolean beginsLikeXml(byte[] start, int length) throws UnreadableFile {
        if (length < 2) {
            return false;
        }
        int first = start[0] & 0xff;
        int second = start[1] & 0xff;
        if (first == 0xfe && second == 0xff
                || first == 0xff && second == 0xfe
                || first == '<' && second == 0
                || first == 0 && second == '<'
                || length > 3 && first == 0 && second == 0 && start[2] == 0 && start[3] == '<'
                || length > 3 && first == 0 && second == 0 && start[2] == (byte) 0xfe && start[3] == (byte) 0xff) {
            throw refuse("file-unreadable");
        }
        int i = length > 2 && first == 0xef && second == 0xbb && start[2] == (byte) 0xbf ? 3 : 0;
        while (i < length && (start[i] == ' ' || start[i] == '\t' || start[i] == '\r' || start[i] == '\n')) {
            i++;
        }
        return i == length || start[i] == '<';
    }

    /** How much of the word has been seen with this byte; all words here begin with a byte that does not come again. */
    private static int step(byte[] word, int matched, byte b) {
        if (matched < word.length && word[matched] == b) {
            return matched + 1;
        }
        return word[0] == b ? 1 : 0;
    }
}
