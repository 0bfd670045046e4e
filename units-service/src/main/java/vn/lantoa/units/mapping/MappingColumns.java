package vn.lantoa.units.mapping;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.lantoa.units.bulk.Column;
import vn.lantoa.units.bulk.DraftRow;
import vn.lantoa.units.mapping.MappingRow.Occasion;
import vn.lantoa.units.unit.Codes;

/** The columns of a mapping table: what the rows of the API hold, and the document that each row cites. */
final class MappingColumns {
    static final List<Column> ALL = List.of(
            line("oldCode", "Mã cũ")
                    .noted(
                            "Mã mà đơn vị mang vào ngày trước ngày hiệu lực. Các dòng của một mã cũ nói hết những gì xảy ra"
                                    + " với đơn vị đó.")
                    .like("01267"),
            line("scheme", "Hệ mã").codes("identifier-schemes").noted("Mã đơn vị hành chính nếu để trống."),
            line("oldName", "Tên cũ")
                    .noted("Nếu ghi, tên được đối chiếu với hệ thống.")
                    .like("Phường Sông Hiến"),
            line("newCode", "Mã mới")
                    .noted("Để trống: đơn vị kết thúc, không có đơn vị kế thừa.")
                    .like("01273"),
            line("newName", "Tên mới").like("Phường Thục Phán"),
            line("newKind", "Loại mới").codes("unit-kinds").like("WARD"),
            line("newParent", "Mã cấp trên mới")
                    .noted("Để trống: như cấp trên chung của các đơn vị cũ, nếu cấp trên đó còn.")
                    .like("04"),
            line("portion", "Phần")
                    .codes("mapping-portions")
                    .noted("Toàn bộ hay một phần đơn vị cũ. Phần còn lại của đơn vị cũng là một dòng.")
                    .like("WHOLE"),
            line("change", "Loại thay đổi")
                    .codes("mapping-changes")
                    .noted("Cần ghi khi có thể hiểu theo hai cách; nếu không thì chỉ để đối chiếu.")
                    .like("MERGE"),
            document("documentNumber", "Số nghị quyết").like("1657/NQ-UBTVQH15"),
            document("issuedBy", "Cơ quan ban hành").like("Ủy ban Thường vụ Quốc hội"),
            document("signedOn", "Ngày ký").like("16/06/2025"),
            line("article", "Điều, khoản").like("Khoản 1 Điều 1"),
            document("effectiveOn", "Ngày hiệu lực").like("01/07/2025"));

    private MappingColumns() {}

    /** What the cells of the document may hold. */
    private record CitedDocument(
            @NotBlank @Size(max = 100) String documentNumber,
            @NotBlank @Size(max = 300) String issuedBy,
            @NotNull LocalDate signedOn,
            @NotNull LocalDate effectiveOn) {}

    private static Column line(String name, String heading) {
        return Column.of(MappingLine.class, name, heading);
    }

    private static Column document(String name, String heading) {
        return Column.of(CitedDocument.class, name, heading);
    }

    /** A row whose cells have the right shape. */
    static MappingRow row(DraftRow draft) {
        var change = draft.text("change");
        return new MappingRow(
                draft.number(),
                scheme(draft),
                required(draft, "oldCode"),
                draft.text("oldName"),
                draft.text("newCode"),
                draft.text("newName"),
                draft.text("newKind"),
                draft.text("newParent"),
                MappingPortion.valueOf(required(draft, "portion")),
                change == null ? null : MappingChange.valueOf(change),
                draft.text("article"),
                new Occasion(
                        required(draft, "documentNumber"),
                        required(draft, "issuedBy"),
                        LocalDate.parse(required(draft, "signedOn")),
                        LocalDate.parse(required(draft, "effectiveOn"))));
    }

    static Map<String, @Nullable String> data(MappingRow row) {
        var data = new HashMap<String, @Nullable String>();
        data.put("scheme", row.scheme());
        data.put("oldCode", row.oldCode());
        data.put("oldName", row.oldName());
        data.put("newCode", row.newCode());
        data.put("newName", row.newName());
        data.put("newKind", row.newKind());
        data.put("newParent", row.newParent());
        data.put("portion", row.portion().name());
        data.put("change", row.change() == null ? null : row.change().name());
        data.put("article", row.article());
        data.put("documentNumber", row.occasion().number());
        data.put("issuedBy", row.occasion().issuedBy());
        data.put("signedOn", row.occasion().signedOn().toString());
        data.put("effectiveOn", row.occasion().effectiveOn().toString());
        data.values().removeIf(Objects::isNull);
        return data;
    }

    /** Of a row that cannot be read: what hangs on it all the same. */
    static Map<String, @Nullable String> noted(DraftRow draft) {
        var noted = new HashMap<String, @Nullable String>();
        boolean legible = draft.text("oldCode") != null && !draft.isRefused("newCode") && !draft.isRefused("scheme");
        if (legible) {
            noted.put("scheme", scheme(draft));
            noted.put("oldCode", draft.text("oldCode"));
            noted.put("newCode", draft.text("newCode"));
        }
        noted.put("documentNumber", draft.text("documentNumber"));
        noted.values().removeIf(Objects::isNull);
        return noted;
    }

    private static String scheme(DraftRow draft) {
        var scheme = draft.text("scheme");
        return scheme == null ? Codes.DEFAULT_SCHEME : scheme;
    }

    private static String required(DraftRow draft, String column) {
        return Objects.requireNonNull(draft.text(column));
    }
}
