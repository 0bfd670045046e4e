package vn.lantoa.units.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Looks through a workbook before anything is made of it: how far it swells, and whether its XML declares entities or names
 * cells that no sheet has. Archives lie about sizes, so everything is unpacked once, and dropped; by the very archive and XML
 * readers that read it later, so that both see the same.
 */
final class XlsxGuard {
    private static final int MOST_PARTS = 500;
    private static final long LARGEST_SHEET = 1L << 30;
    private static final long LARGEST_ALL = LARGEST_SHEET + (128L << 20);

    private XlsxGuard() {}

    static void check(Path file) throws IOException {
        check(file, LARGEST_ALL);
    }

    /** The same, with how much all parts may unpack to. */
    static void check(Path file, long largestOfAll) throws IOException {
        try (var zip = ZipFile.builder().setPath(file).get()) {
            var entries = Collections.list(zip.getEntries());
            if (entries.size() > MOST_PARTS) {
                throw new UnreadableFile("file-too-large-unpacked");
            }
            if (entries.stream().noneMatch(entry -> entry.getName().equals("[Content_Types].xml"))) {
                throw new UnreadableFile("file-unreadable");
            }
            long left = largestOfAll;
            for (var entry : entries) {
                try (var content = zip.getInputStream(entry)) {
                    left -= look(content, Math.min(left, limit(entry)));
                }
            }
        } catch (ZipException broken) {
            throw new UnreadableFile("file-unreadable");
        }
    }

    private static long limit(ZipArchiveEntry entry) {
        var name = entry.getName().toLowerCase(Locale.ROOT);
        if (name.startsWith("xl/worksheets/")) {
            return LARGEST_SHEET;
        }
        return name.endsWith("sharedstrings.xml") ? WorkbookXml.LARGEST_TEXTS : WorkbookXml.LARGEST_OTHER;
    }

    /** How many bytes there were. */
    private static long look(InputStream content, long limit) throws IOException {
        var part = new WatchedPart(content, limit);
        if (part.isXml()) {
            WorkbookXml.look(part);
        }
        part.drain();
        return part.seen();
    }
}
