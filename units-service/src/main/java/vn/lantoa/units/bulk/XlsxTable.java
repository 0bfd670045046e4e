package vn.lantoa.units.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * The first sheet of a workbook, and those that continue it. It is read from a file on disk, row by row; the table of
 * shared texts is held in memory, which {@link XlsxGuard} bounds.
 */
final class XlsxTable implements Table {
    private final Path file;
    private final ReadableWorkbook workbook;
    private final Iterator<Sheet> sheets;
    private @Nullable Stream<Row> stream;
    private Iterator<Row> rows = List.<Row>of().iterator();
    private boolean first = true;
    private int before;
    private int last;

    private XlsxTable(Path file, ReadableWorkbook workbook) {
        this.file = file;
        this.workbook = workbook;
        var name = workbook.getFirstSheet().getName();
        this.sheets = workbook.getSheets()
                .filter(sheet -> sheet.getIndex() == 0 || sheet.getName().matches("\\Q" + name + "\\E \\(\\d+\\)"))
                .iterator();
    }

    static XlsxTable of(InputStream content) throws IOException {
        var file = Files.createTempFile("lantoa-import", ".xlsx");
        try {
            try (var out = Files.newOutputStream(file)) {
                content.transferTo(out);
            }
            XlsxGuard.check(file);
            var workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
            return new XlsxTable(file, workbook);
        } catch (UnreadableFile refused) {
            Files.deleteIfExists(file);
            throw refused;
        } catch (IOException | RuntimeException broken) {
            Files.deleteIfExists(file);
            throw new UnreadableFile("file-unreadable");
        }
    }

    @Override
    public @Nullable Line next() throws IOException {
        try {
            while (rows.hasNext() || nextSheet()) {
                if (!rows.hasNext()) {
                    continue;
                }
                var row = rows.next();
                // a sheet that continues repeats the heading
                if (!first && row.getRowNum() == 1) {
                    continue;
                }
                last = before + row.getRowNum();
                var cells = new ArrayList<@Nullable String>(row.getCellCount());
                boolean empty = true;
                for (int i = 0; i < row.getCellCount(); i++) {
                    var text = text(row.getCell(i));
                    empty &= text == null || text.isBlank();
                    cells.add(text);
                }
                if (!empty) {
                    return new Line(last, cells);
                }
            }
            return null;
        } catch (UncheckedIOException | IllegalStateException | ClassCastException | IndexOutOfBoundsException broken) {
            throw new UnreadableFile("file-unreadable");
        } catch (RuntimeException broken) {
            if (broken.getClass().getPackageName().startsWith("org.dhatim")
                    || broken instanceof NumberFormatException
                    || broken instanceof NullPointerException) {
                throw new UnreadableFile("file-unreadable");
            }
            throw broken;
        }
    }

    private boolean nextSheet() throws IOException {
        if (!sheets.hasNext()) {
            return false;
        }
        if (stream != null) {
            stream.close();
            first = false;
            before = last - 1;
        }
        stream = sheets.next().openStream();
        rows = stream.iterator();
        return true;
    }

    private static @Nullable String text(@Nullable Cell cell) {
        if (cell == null || cell.getValue() == null) {
            return null;
        }
        if (cell.getType() == CellType.NUMBER) {
            return number(cell);
        }
        return cell.getText();
    }

    /** A date as ISO where the cell is shown as one, else the digits. */
    private static String number(Cell cell) {
        if (isDate(cell)) {
            try {
                return cell.asDate().toLocalDate().toString();
            } catch (DateTimeException | ArithmeticException noDate) {
                // the digits then
            }
        }
        return ((BigDecimal) cell.getValue()).stripTrailingZeros().toPlainString();
    }

    private static boolean isDate(Cell cell) {
        var format = cell.getDataFormatString();
        if (format != null) {
            return format.contains("y") && format.contains("d");
        }
        var id = cell.getDataFormatId();
        return id != null && id >= 14 && id <= 17;
    }

    @Override
    public void close() throws IOException {
        try {
            if (stream != null) {
                stream.close();
            }
            workbook.close();
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
