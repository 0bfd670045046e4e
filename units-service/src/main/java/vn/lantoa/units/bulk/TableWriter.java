package vn.lantoa.units.bulk;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a file row by row, in constant memory. */
interface TableWriter extends Closeable {
    void row(List<? extends @Nullable String> values) throws IOException;

    /** @param codes what the drop-downs offer; empty for none */
    static TableWriter of(
            FileFormat format,
            OutputStream out,
            List<String> heading,
            List<Column> columns,
            Map<String, CodeLists.Codes> codes)
            throws IOException {
        return switch (format) {
            case CSV -> new CsvOut(out, heading);
            case XLSX -> new XlsxOut(out, heading, columns, codes);
        };
    }
}
