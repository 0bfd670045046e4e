package vn.lantoa.units.bulk;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A workbook: the rows, a sheet of explanations, a sheet with the codes that the drop-downs offer. Cells are texts, so that
 * codes keep their zeros; rows leave memory as they are written, and go on in a further sheet where one is full.
 */
final class XlsxOut implements TableWriter {
    private static final String DATA = "Dữ liệu";
    private static final String CODES = "Danh mục";
    private static final int MOST_ROWS = 1_048_576;
    private static final int FLUSHED = 500;
    private static final int WITH_CHOICES = 10_000;
    private static final int LONGEST_CELL = 32_767;

    private final Workbook workbook;
    private final List<String> heading;
    private final List<Column> columns;
    private Worksheet sheet;
    private int sheets = 1;
    private int next;

    XlsxOut(OutputStream out, List<String> heading, List<Column> columns, Map<String, CodeLists.Codes> codes)
            throws IOException {
        this.workbook = new Workbook(out, "LanToa", "1.0");
        this.heading = heading;
        this.columns = columns;
        this.sheet = workbook.newWorksheet(DATA);
        begin();
        explain();
        offer(codes);
    }

    private void begin() {
        for (int i = 0; i < heading.size(); i++) {
            sheet.inlineString(0, i, heading.get(i));
            sheet.width(i, Math.max(14, heading.get(i).length() + 4));
        }
        sheet.range(0, 0, 0, heading.size() - 1).style().bold().set();
        sheet.freezePane(0, 1);
        next = 1;
    }

    @Override
    public void row(List<? extends @Nullable String> values) throws IOException {
        if (next == MOST_ROWS) {
            sheet.finish();
            sheets++;
            sheet = workbook.newWorksheet(DATA + " (" + sheets + ")");
            begin();
        }
        for (int i = 0; i < values.size(); i++) {
            var value = values.get(i);
            if (value != null) {
                var text = Cells.written(value);
                if (text.length() > LONGEST_CELL) {
                    // half a value would come back as a whole one: the answer breaks off
                    throw new IOException("a cell of a workbook holds %d characters".formatted(LONGEST_CELL));
                }
                sheet.inlineString(next, i, text);
            }
        }
        next++;
        if (next % FLUSHED == 0) {
            sheet.flush();
        }
    }

    private void explain() throws IOException {
        var page = workbook.newWorksheet("Hướng dẫn");
        var titles = List.of("Cột", "Bắt buộc", "Cách ghi", "Ví dụ", "Tên trong API");
        for (int i = 0; i < titles.size(); i++) {
            page.inlineString(0, i, titles.get(i));
            page.width(i, i == 2 ? 70 : 24);
        }
        page.range(0, 0, 0, titles.size() - 1).style().bold().set();
        for (int i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            page.inlineString(i + 1, 0, column.heading());
            page.inlineString(i + 1, 1, column.required() ? "Có" : "Không");
            page.inlineString(i + 1, 2, shape(column));
            page.inlineString(i + 1, 3, Cells.written(column.example()));
            page.inlineString(i + 1, 4, column.name());
        }
        page.finish();
    }

    private static String shape(Column column) {
        var shape = switch (column.type()) {
            case TEXT -> column.pattern() != null ? "Theo mẫu quy định." : "Tối đa " + column.longest() + " ký tự.";
            case DAY -> "Ngày: 01/07/2025 hoặc 2025-07-01.";
            case INSTANT -> "Thời điểm: 2025-07-01T08:00:00Z.";
            case FLAG -> "Có hoặc Không.";
            case ID -> "Mã định danh của hệ thống (UUID); để trống khi ghi mới.";
            case CODE -> "Chọn trong danh sách; ghi mã hoặc tên đều được.";
        };
        return column.note().isEmpty() ? shape : column.note() + " " + shape;
    }

    private void offer(Map<String, CodeLists.Codes> codes) throws IOException {
        if (codes.isEmpty()) {
            return;
        }
        var page = workbook.newWorksheet(CODES);
        int place = 0;
        for (int i = 0; i < columns.size(); i++) {
            var list = codes.get(columns.get(i).codeList());
            if (list == null || list.entries().isEmpty()) {
                continue;
            }
            page.inlineString(0, place, columns.get(i).heading());
            page.inlineString(0, place + 1, "Mã");
            page.width(place, 40);
            page.width(place + 1, 24);
            var entries = list.entries();
            for (int row = 0; row < entries.size(); row++) {
                page.inlineString(row + 1, place, entries.get(row).label());
                page.inlineString(row + 1, place + 1, entries.get(row).code());
            }
            sheet.range(1, i, WITH_CHOICES, i)
                    .validateWithList(page.range(1, place, entries.size(), place))
                    .allowBlank(true)
                    .showErrorMessage(false)
                    .errorTitle("")
                    .error("");
            place += 2;
        }
        page.finish();
    }

    @Override
    public void close() throws IOException {
        sheet.finish();
        workbook.close();
    }
}
