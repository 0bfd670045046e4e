package vn.lantoa.units.bulk;

import jakarta.inject.Singleton;
import java.util.List;
import javax.sql.DataSource;
import vn.lantoa.sql.Query;
import vn.lantoa.units.reorganisation.LegalDocument;
import vn.lantoa.units.reorganisation.OperationsJson;

/**
 * The documents of reorganisations that are in force, as a record of what was done: lineage, memberships and relations name
 * them. What they did stands in the files of units; bringing one carries nothing out. Drafts, and those of a day to come, are
 * not in files.
 */
@Singleton
class ReorganisationTable extends TableKind {
    private static final int LONGEST_OPERATIONS = 4_000_000;

    ReorganisationTable(DataSource database) {
        super(database, layout());
    }

    private static TableLayout layout() {
        return TableLayout.of(
                        "reorganisations",
                        "Văn bản sắp xếp đơn vị",
                        "reorganisation",
                        Field.of(Column.id("id", "Mã hệ thống").needed()),
                        Field.of(Column.of(LegalDocument.class, "number", "Số văn bản")
                                .named("documentNumber")
                                .like("1657/NQ-UBTVQH15")),
                        Field.of(Column.of(LegalDocument.class, "issuedBy", "Cơ quan ban hành")
                                .named("documentIssuedBy")
                                .like("Ủy ban Thường vụ Quốc hội")),
                        Field.of(Column.of(LegalDocument.class, "signedOn", "Ngày ký")
                                .named("documentSignedOn")
                                .like("16/06/2025")),
                        Field.of(Column.day("effectiveOn", "Ngày có hiệu lực")
                                .needed()
                                .noted("Không sau hôm nay.")
                                .like("01/07/2025")),
                        Field.of(Column.text("operations", "Thao tác")
                                        .upTo(LONGEST_OPERATIONS)
                                        .noted("JSON như trong API; để trống nếu chỉ ghi văn bản."))
                                .or("[]"),
                        Field.of(Column.text("remark", "Ghi chú")),
                        Field.of(Column.instant("enactedAt", "Ban hành lúc")
                                .needed()
                                .like("2025-06-20T02:00:00Z")))
                .allowedBy("reorganisation.enact", "unit.read")
                .sameBy("id")
                .besides("status", "'ENACTED'")
                .versioned()
                .where("t.status = 'ENACTED' AND t.effective_on <= " + TableLayout.TODAY)
                .inOrder("t.effective_on, t.id");
    }

    @Override
    public void judge(List<DraftRow> rows, BulkCaller caller) {
        for (var row : rows) {
            var day = row.day("effectiveOn");
            if (day != null && day.isAfter(caller.today())) {
                row.refuse("effectiveOn", "reorganisation-to-come");
            }
            var operations = row.text("operations");
            if (operations != null && !OperationsJson.isReadable(operations)) {
                row.refuse("operations", "pattern");
            }
        }
        super.judge(rows, caller);
    }

    /** Their days have come, and others learn of the units what came of them. */
    @Override
    protected void written(Integer[] places, BulkCaller caller) {
        Query.of("""
                INSERT INTO reorganisation_effect (reorganisation, told_at)
                SELECT r.id, ?::timestamptz FROM bulk_row r WHERE r.import = ? AND r.place = ANY (?)
                """, caller.now(), caller.importId(), places).change(database);
    }
}
