package vn.lantoa.units.bulk;

import jakarta.inject.Singleton;
import javax.sql.DataSource;
import vn.lantoa.units.relation.RelateUnit;

/** What a unit is to another beside the hierarchies: a Party cell serves an office, an organisation covers an area. */
@Singleton
class RelationTable extends TableKind {
    RelationTable(DataSource database) {
        super(database, layout());
    }

    private static TableLayout layout() {
        return TableLayout.of(
                        "unit-relations",
                        "Quan hệ giữa các đơn vị",
                        "unit_relation",
                        Field.of(Column.of(RelateUnit.class, "id", "Mã hệ thống")),
                        Field.of(Column.of(RelateUnit.class, "kind", "Quan hệ")
                                .codes("relation-kinds")
                                .like("SERVES")),
                        Field.of(Column.id("source", "Đơn vị").needed()).refersTo("unit"),
                        Field.of(Column.of(RelateUnit.class, "target", "Với đơn vị"))
                                .refersTo("unit"),
                        Field.of(Column.of(RelateUnit.class, "validFrom", "Từ ngày")
                                .like("01/07/2025")),
                        Field.of(Column.of(RelateUnit.class, "validTo", "Đến trước ngày")
                                .noted("Ngày sau ngày cuối cùng.")),
                        Field.of(Column.id("succeeds", "Nối tiếp quan hệ")).refersTo("unit_relation"),
                        Field.of(Column.id("begunBy", "Theo đợt sắp xếp")).refersTo("reorganisation"))
                .allowedBy("unit.relate", "unit.read")
                .sameOnADayBy("related-already", "source", "kind", "target")
                .asLongAsUnitsExist()
                .under("source")
                .versioned()
                .inOrder("t.valid_from NULLS FIRST, t.id");
    }
}
