package vn.lantoa.units.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Looks through a workbook before anything is made of it: how far it swells, and whether its XML declares entities or names
 * columns that no sheet has. Archives lie about sizes, so everything is unpacked once, and dropped.
 */
final class XlsxGuard {
    private static final int MOST_PARTS = 500;
    private static final long LARGEST_SHEET = 1L << 30;
    private static final long LARGEST_TEXTS = 96L << 20;
    private static final long LARGEST_OTHER = 16L << 20;
    private static final byte[] DOCTYPE = "<!DOCTYPE".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ENTITY = "<!ENTITY".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CELL = "r=\"".getBytes(StandardCharsets.US_ASCII);
    /** XFD is the last column. */
    private static final int LONGEST_COLUMN = 3;

    private XlsxGuard() {}

    static void check(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_PARTS) {
                throw new UnreadableFile("file-too-large-unpacked");
            }
            boolean workbook = false;
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                workbook |= entry.getName().equals("[Content_Types].xml");
                try (var content = zip.getInputStream(entry)) {
                    look(content, limit(entry), isXml(entry));
                }
            }
            if (!workbook) {
                throw new UnreadableFile("file-unreadable");
            }
        } catch (ZipException broken) {
            throw new UnreadableFile("file-unreadable");
        }
    }

    private static long limit(ZipEntry entry) {
        var name = entry.getName().toLowerCase(Locale.ROOT);
        if (name.startsWith("xl/worksheets/")) {
            return LARGEST_SHEET;
        }
        return name.endsWith("sharedstrings.xml") ? LARGEST_TEXTS : LARGEST_OTHER;
    }

    private static boolean isXml(ZipEntry entry) {
        var name = entry.getName().toLowerCase(Locale.ROOT);
        return name.endsWith(".xml") || name.endsWith(".rels");
    }

    private static void look(InputStream content, long limit, boolean xml) throws IOException {
        var buffer = new byte[64 * 1024];
        long seen = 0;
        int doctype = 0;
        int entity = 0;
        int cell = 0;
        int letters = 0;
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            if (xml && seen == 0 && isWide(buffer, read)) {
                throw new UnreadableFile("file-unreadable");
            }
            seen += read;
            if (seen > limit) {
                throw new UnreadableFile("file-too-large-unpacked");
            }
            for (int i = 0; i < read; i++) {
                byte b = buffer[i];
                doctype = step(DOCTYPE, doctype, b);
                entity = step(ENTITY, entity, b);
                if (doctype == DOCTYPE.length || entity == ENTITY.length) {
                    throw new UnreadableFile("file-with-entities");
                }
                if (cell == CELL.length) {
                    letters++;
                    if (b < 'A' || b > 'Z') {
                        cell = 0;
                        letters = 0;
                    } else if (letters > LONGEST_COLUMN) {
                        throw new UnreadableFile("file-unreadable");
                    }
                } else {
                    cell = step(CELL, cell, b);
                }
            }
        }
    }

    /** UTF-16 or UTF-32, in which no word would be seen; programs write workbooks in UTF-8. */
    private static boolean isWide(byte[] start, int length) {
        if (length < 2) {
            return false;
        }
        int first = start[0] & 0xff;
        int second = start[1] & 0xff;
        return first == 0xfe && second == 0xff
                || first == 0xff && second == 0xfe
                || first == '<' && second == 0
                || first == 0 && second == '<'
                || length > 3 && first == 0 && second == 0 && (start[2] != 0 || start[3] != 0);
    }

    /** How much of the word has been seen with this byte; all words here begin with a byte that does not come again. */
    private static int step(byte[] word, int matched, byte b) {
        if (matched < word.length && word[matched] == b) {
            return matched + 1;
        }
        return word[0] == b ? 1 : 0;
    }
}
