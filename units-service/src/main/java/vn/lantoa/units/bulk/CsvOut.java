package vn.lantoa.units.bulk;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Comma-separated values with a byte order mark, without which spreadsheets read Vietnamese wrongly. */
final class CsvOut implements TableWriter {
    private final CsvWriter writer;

    CsvOut(OutputStream out, List<String> heading) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\uFEFF');
        writer = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        writer.writeRecord(heading);
    }

    @Override
    public void row(List<? extends @Nullable String> values) {
        writer.writeRecord(values.stream().map(Cells::written).toList());
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
