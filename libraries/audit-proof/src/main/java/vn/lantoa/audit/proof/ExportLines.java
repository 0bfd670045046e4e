package vn.lantoa.audit.proof;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads an export line by line. Not for several threads. */
final class ExportLines implements AutoCloseable {
    private static final int LONGEST = 256 * 1024 * 1024;
    private static final int LEAF_LENGTH = 44;
    private static final String RETIRE = "\"action\":\"audit.retire\",\"entity\":\"audit-log\"";
    private static final String AFTER = "\"after\":";
    private static final String TO = "\"to\": ";

    private final InputStream in;
    private final byte[] chunk = new byte[64 * 1024];
    private int at;
    private int filled;
    private byte[] line = new byte[4096];
    private int length;
    private long number;

    /** One line of an export. */
    sealed interface Line {
        record Begin(String origin, long size) implements Line {}

        record Key(String text) implements Line {}

        record SignedHead(String note) implements Line {}

        /**
         * @param entry canonical bytes, null when the trail does not hold the entry any more
         * @param retires entries below this position are gone, says this one; 0 when it says nothing of that
         */
        record Leaf(long position, byte[] hash, String id, byte @Nullable [] entry, long retires) implements Line {}

        record Retired(long below) implements Line {}

        record Outside(String id) implements Line {}

        record End(long size) implements Line {}
    }

    ExportLines(Path file) throws IOException {
        var raw = new BufferedInputStream(Files.newInputStream(file), chunk.length);
        raw.mark(2);
        boolean gzip = raw.read() == 0x1f && raw.read() == 0x8b;
        raw.reset();
        in = gzip ? new GZIPInputStream(raw, chunk.length) : raw;
    }

    long number() {
        return number;
    }

    /** Null at the end. @throws BrokenExport when it is not a line of an export */
    @Nullable
    Line next() throws IOException, BrokenExport {
        if (!readLine()) {
            return null;
        }
        number++;
        // each byte a character: offsets in the text are offsets in the bytes
        var text = new String(line, 0, length, StandardCharsets.ISO_8859_1);
        try {
            return parse(text);
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new BrokenExport(number);
        }
    }

    private Line parse(String text) throws BrokenExport {
        if (!text.endsWith("}")) {
            throw new BrokenExport(number);
        }
        if (text.startsWith(ExportWriter.POSITION)) {
            return leaf(text);
        }
        if (text.startsWith(ExportWriter.OUTSIDE)) {
            return new Line.Outside(id(text, ExportWriter.OUTSIDE.length()));
        }
        if (text.startsWith(ExportWriter.RETIRED)) {
            return new Line.Retired(Long.parseLong(text, ExportWriter.RETIRED.length(), length - 1, 10));
        }
        if (text.startsWith(ExportWriter.HEAD)) {
            return new Line.SignedHead(unquoted(utf8(ExportWriter.HEAD.length(), length - 1)));
        }
        if (text.startsWith(ExportWriter.KEY)) {
            return new Line.Key(text.substring(ExportWriter.KEY.length(), length - 2));
        }
        if (text.startsWith(ExportWriter.EXPORT)) {
            int end = text.indexOf(ExportWriter.SIZE);
            return new Line.Begin(
                    utf8(ExportWriter.EXPORT.length(), end),
                    Long.parseLong(text, end + ExportWriter.SIZE.length(), length - 1, 10));
        }
        if (text.startsWith(ExportWriter.END)) {
            return new Line.End(Long.parseLong(text, ExportWriter.END.length(), length - 1, 10));
        }
        throw new BrokenExport(number);
    }

    private Line leaf(String text) throws BrokenExport {
        int comma = text.indexOf(',');
        long position = Long.parseLong(text, ExportWriter.POSITION.length(), comma, 10);
        int hash = comma + ExportWriter.LEAF.length();
        int rest = hash + LEAF_LENGTH;
        if (!text.startsWith(ExportWriter.LEAF, comma)) {
            throw new BrokenExport(number);
        }
        var leaf = Base64.getDecoder().decode(text.substring(hash, rest));
        if (text.startsWith(ExportWriter.ENTRY, rest)) {
            int from = rest + ExportWriter.ENTRY.length();
            return new Line.Leaf(
                    position, leaf, id(text, from), Arrays.copyOfRange(line, from, length - 1), retires(text, from));
        }
        if (text.startsWith(ExportWriter.ID, rest)) {
            return new Line.Leaf(position, leaf, text.substring(rest + ExportWriter.ID.length(), length - 2), null, 0);
        }
        throw new BrokenExport(number);
    }

    /** Inside states PostgreSQL writes a blank behind the colon, so that no state can pass for the action. */
    private static long retires(String text, int from) {
        if (text.indexOf(RETIRE, from) < 0) {
            return 0;
        }
        int number = text.indexOf(TO, text.indexOf(AFTER, from)) + TO.length();
        int end = number;
        while (Character.isDigit(text.charAt(end))) {
            end++;
        }
        return end == number ? 0 : Long.parseLong(text, number, end, 10);
    }

    private String id(String text, int from) throws BrokenExport {
        if (!text.startsWith(CanonicalEntry.BEGIN, from)) {
            throw new BrokenExport(number);
        }
        int begin = from + CanonicalEntry.BEGIN.length();
        return text.substring(begin, begin + 36);
    }

    private String utf8(int from, int to) {
        return new String(line, from, to - from, StandardCharsets.UTF_8);
    }

    private static String unquoted(String quoted) {
        return quoted.substring(1, quoted.length() - 1)
                .replace("\\n", "\n")
                .replace("\\\"", "\"")
                .replace("\\\\", "\\");
    }

    private boolean readLine() throws IOException {
        length = 0;
        boolean any = false;
        while (true) {
            if (at == filled) {
                filled = in.read(chunk);
                at = 0;
                if (filled <= 0) {
                    filled = 0;
                    return any;
                }
            }
            any = true;
            int end = at;
            while (end < filled && chunk[end] != '\n') {
                end++;
            }
            append(end - at);
            boolean whole = end < filled;
            at = whole ? end + 1 : end;
            if (whole) {
                return true;
            }
        }
    }

    private void append(int bytes) throws IOException {
        if (length + bytes > line.length) {
            if (length + bytes > LONGEST) {
                throw new IOException("line " + (number + 1) + " is longer than " + LONGEST + " bytes");
            }
            line = Arrays.copyOf(line, Math.max(line.length * 2, length + bytes));
        }
        System.arraycopy(chunk, at, line, length, bytes);
        length += bytes;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
