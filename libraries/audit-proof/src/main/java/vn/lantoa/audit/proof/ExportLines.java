package vn.lantoa.audit.proof;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Reads an export line by line. Not for several threads. */
final class ExportLines implements AutoCloseable {
    private static final int LONGEST = 256 * 1024 * 1024;
    private static final int LEAF_LENGTH = 44;
    private static final String RETIRE = "\"action\":\"audit.retire\",\"entity\":\"audit-log\"";
    private static final String NOTE = "\"note\": \"";
    private static final Pattern ORIGIN = Pattern.compile("[^\\s+\\p{Cc}\\p{Cf}]+");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int UUID_LENGTH = 36;

    private final InputStream in;
    private final byte[] chunk = new byte[64 * 1024];
    private int at;
    private int filled;
    private byte[] line = new byte[4096];
    private int length;
    private long number;
    private Place place = Place.BEGIN;
    private boolean retiredTold;

    /** How far an export is. Each line has its place: what came too late would change the meaning of what was read. */
    private enum Place {
        BEGIN,
        HEADER,
        LEAVES,
        OUTSIDE,
        END
    }

    /** One line of an export. */
    sealed interface Line {
        record Begin(String origin, long size) implements Line {}

        record Key(String text) implements Line {}

        record SignedHead(String note) implements Line {}

        /**
         * @param entry canonical bytes, null when the trail does not hold the entry any more
         * @param retirement the signed note by which this entry takes others out, empty when it has none; null when it is
         *     about something else
         */
        record Leaf(
                long position,
                byte[] hash,
                String id,
                byte @Nullable [] entry,
                @Nullable String retirement) implements Line {}

        record Retired(long below) implements Line {}

        record Outside(String id) implements Line {}

        record End(long size) implements Line {}
    }

    /** @throws BrokenExport when it is not even the beginning of a compressed file */
    ExportLines(Path file) throws IOException, BrokenExport {
        var raw = new BufferedInputStream(Files.newInputStream(file), chunk.length);
        try {
            raw.mark(2);
            boolean gzip = raw.read() == 0x1f && raw.read() == 0x8b;
            raw.reset();
            in = gzip ? new GZIPInputStream(raw, chunk.length) : raw;
        } catch (EOFException | ZipException e) {
            raw.close();
            throw new BrokenExport(0, "" + e.getMessage());
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    long number() {
        return number;
    }

    /** Null at the end. @throws BrokenExport when it is not a line of an export */
    @Nullable
    Line next() throws IOException, BrokenExport {
        try {
            if (!readLine()) {
                return null;
            }
        } catch (EOFException | ZipException e) {
            throw new BrokenExport(number + 1, "" + e.getMessage());
        }
        number++;
        // each byte a character: offsets in the text are offsets in the bytes
        var text = new String(line, 0, length, StandardCharsets.ISO_8859_1);
        try {
            var parsed = parse(text);
            place(parsed);
            return parsed;
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new BrokenExport(number);
        }
    }

    private void place(Line line) throws BrokenExport {
        var now = switch (line) {
            case Line.Begin it -> Place.BEGIN;
            case Line.Key it -> Place.HEADER;
            case Line.SignedHead it -> Place.HEADER;
            case Line.Retired it -> Place.HEADER;
            case Line.Leaf it -> Place.LEAVES;
            case Line.Outside it -> Place.OUTSIDE;
            case Line.End it -> Place.END;
        };
        boolean first = number == 1;
        if (first != (now == Place.BEGIN) || now.compareTo(place) < 0 || place == Place.END) {
            throw new BrokenExport(number, "not at its place");
        }
        if (line instanceof Line.Retired) {
            if (retiredTold) {
                throw new BrokenExport(number, "said twice");
            }
            retiredTold = true;
        }
        place = now;
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
            return new Line.Retired(number(text, ExportWriter.RETIRED.length(), length - 1));
        }
        if (text.startsWith(ExportWriter.HEAD)) {
            return new Line.SignedHead(unquoted(utf8(ExportWriter.HEAD.length(), length - 1)));
        }
        if (text.startsWith(ExportWriter.KEY)) {
            return new Line.Key(text.substring(ExportWriter.KEY.length(), length - 2));
        }
        if (text.startsWith(ExportWriter.EXPORT)) {
            int end = text.indexOf(ExportWriter.SIZE);
            var origin = utf8(ExportWriter.EXPORT.length(), end);
            if (!ORIGIN.matcher(origin).matches()) {
                throw new BrokenExport(number);
            }
            return new Line.Begin(origin, number(text, end + ExportWriter.SIZE.length(), length - 1));
        }
        if (text.startsWith(ExportWriter.END)) {
            return new Line.End(number(text, ExportWriter.END.length(), length - 1));
        }
        throw new BrokenExport(number);
    }

    private Line leaf(String text) throws BrokenExport {
        int comma = text.indexOf(',');
        long position = number(text, ExportWriter.POSITION.length(), comma);
        int hash = comma + ExportWriter.LEAF.length();
        int rest = hash + LEAF_LENGTH;
        if (!text.startsWith(ExportWriter.LEAF, comma)) {
            throw new BrokenExport(number);
        }
        var written = text.substring(hash, rest);
        var leaf = Base64.getDecoder().decode(written);
        if (leaf.length != Hashes.LENGTH
                || !Base64.getEncoder().encodeToString(leaf).equals(written)) {
            // two of other lengths beside each other could stand for two others
            throw new BrokenExport(number, "a hash of " + leaf.length + " bytes");
        }
        if (text.startsWith(ExportWriter.ENTRY, rest)) {
            int from = rest + ExportWriter.ENTRY.length();
            return new Line.Leaf(
                    position, leaf, id(text, from), Arrays.copyOfRange(line, from, length - 1), retirement(text, from));
        }
        if (text.startsWith(ExportWriter.ID, rest)) {
            var id = text.substring(rest + ExportWriter.ID.length(), length - 2);
            return new Line.Leaf(position, leaf, uuid(id), null, null);
        }
        throw new BrokenExport(number);
    }

    /** Inside states PostgreSQL writes a blank behind the colon, so that no state can pass for the action. */
    private @Nullable String retirement(String text, int from) {
        int action = text.indexOf(RETIRE, from);
        if (action < 0) {
            return null;
        }
        int note = text.indexOf(NOTE, action);
        if (note < 0) {
            return "";
        }
        int begin = note + NOTE.length();
        int end = begin;
        while (text.charAt(end) != '"') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        return unquoted(utf8(begin - 1, end + 1));
    }

    private String id(String text, int from) throws BrokenExport {
        if (!text.startsWith(CanonicalEntry.BEGIN, from)) {
            throw new BrokenExport(number);
        }
        int begin = from + CanonicalEntry.BEGIN.length();
        return uuid(text.substring(begin, begin + UUID_LENGTH));
    }

    private String uuid(String text) throws BrokenExport {
        if (!UUID.matcher(text).matches()) {
            throw new BrokenExport(number);
        }
        return text;
    }

    /** Digits and nothing else: neither a sign nor digits of other scripts. */
    private static long number(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                throw new NumberFormatException(text.substring(from, to));
            }
        }
        return Long.parseLong(text, from, to, 10);
    }

    private String utf8(int from, int to) {
        return new String(line, from, to - from, StandardCharsets.UTF_8);
    }

    private static String unquoted(String quoted) {
        if (!quoted.startsWith("\"") || !quoted.endsWith("\"")) {
            throw new IllegalArgumentException("not a text");
        }
        return quoted.substring(1, quoted.length() - 1)
                .replace("\\n", "\n")
                .replace("\\\"", "\"")
                .replace("\\\\", "\\");
    }

    private boolean readLine() throws IOException, BrokenExport {
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

    private void append(int bytes) throws BrokenExport {
        if (length + bytes > line.length) {
            if (length + bytes > LONGEST) {
                throw new BrokenExport(number + 1, "longer than " + LONGEST + " bytes");
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
