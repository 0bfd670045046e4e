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
                    look(content, limit(entry));
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

    private static void look(InputStream content, long limit) throws IOException {
        var buffer = new byte[64 * 1024];
        long seen = 0;
        int doctype = 0;
        int entity = 0;
        int cell = 0;
        int letters = 0;
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
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

    /** How much of the word has been seen with this byte; all words here begin with a byte that does not come again. */
    private static int step(byte[] word, int matched, byte b) {
        if (matched < word.length && word[matched] == b) {
            return matched + 1;
        }
        return word[0] == b ? 1 : 0;
    }
}
