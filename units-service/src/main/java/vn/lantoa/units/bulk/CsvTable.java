package vn.lantoa.units.bulk;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Comma-separated values, UTF-8 with or without a byte order mark; semicolons where the heading has them. */
final class CsvTable implements Table {
    private static final int HEADING = 64 * 1024;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private int number;

    private CsvTable(CsvReader<CsvRecord> reader) {
        this.reader = reader;
        this.records = reader.iterator();
    }

    static CsvTable of(InputStream file) throws IOException {
        var text = new BufferedReader(
                new InputStreamReader(
                        file,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                HEADING);
        try {
            text.mark(1);
            if (text.read() != BYTE_ORDER_MARK) {
                text.reset();
            }
            return new CsvTable(CsvReader.builder()
                    .fieldSeparator(separator(text))
                    .skipEmptyLines(false)
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .ofCsvRecord(text));
        } catch (CharacterCodingException notUtf8) {
            throw new UnreadableFile("file-not-utf8");
        }
    }

    /** What stands more often in the first line, outside of quotes. */
    private static char separator(BufferedReader text) throws IOException {
        text.mark(HEADING);
        int commas = 0;
        int semicolons = 0;
        int tabs = 0;
        boolean quoted = false;
        for (int i = 0; i < HEADING - 1; i++) {
            int c = text.read();
            if (c < 0 || (!quoted && c == '\n')) {
                break;
            }
            quoted ^= c == '"';
            commas += !quoted && c == ',' ? 1 : 0;
            semicolons += !quoted && c == ';' ? 1 : 0;
            tabs += !quoted && c == '\t' ? 1 : 0;
        }
        text.reset();
        if (tabs > commas && tabs > semicolons) {
            return '\t';
        }
        return semicolons > commas ? ';' : ',';
    }

    @Override
    public @Nullable Line next() throws IOException {
        try {
            while (records.hasNext()) {
                var fields = records.next().getFields();
                number++;
                if (fields.stream().anyMatch(field -> !field.isBlank())) {
                    return new Line(number, new ArrayList<@Nullable String>(fields));
                }
            }
            return null;
        } catch (CsvParseException broken) {
            throw new UnreadableFile(causedByEncoding(broken) ? "file-not-utf8" : "file-unreadable");
        } catch (UncheckedIOException broken) {
            throw new UnreadableFile(causedByEncoding(broken) ? "file-not-utf8" : "file-unreadable");
        }
    }

    private static boolean causedByEncoding(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
