package vn.lantoa.units.bulk;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lantoa.events.units.UnitChange;
import vn.lantoa.events.units.UnitCorrected;
import vn.lantoa.outbox.Outbox;
import vn.lantoa.units.unit.Lineages;
import vn.lantoa.units.unit.Units;

/** Which unit became which, by which document. Units and documents come first, by files of their own. */
@Singleton
class LineageTable extends TableKind {
    private static final String PERMISSION = "reorganisation.enact";
    private static final int AT_A_TIME = 500;

    private final EntityManager entities;
    private final Units units;
    private final Lineages lineages;
    private final Outbox outbox;

    LineageTable(DataSource database, EntityManager entities, Units units, Lineages lineages, Outbox outbox) {
        super(database, layout());
        this.entities = entities;
        this.units = units;
        this.lineages = lineages;
        this.outbox = outbox;
    }

    private static TableLayout layout() {
        return TableLayout.of(
                        "unit-lineage",
                        "Đơn vị trước và sau",
                        "unit_lineage",
                        Field.of(Column.id("predecessor", "Đơn vị trước").needed())
                                .refersTo("unit"),
                        Field.of(Column.id("successor", "Đơn vị sau").needed()).refersTo("unit"),
                        Field.of(Column.id("reorganisation", "Văn bản sắp xếp")
                                        .needed()
                                        .noted("Mã hệ thống của văn bản, theo tệp reorganisations."))
                                .refersTo("reorganisation"),
                        Field.of(Column.text("kind", "Cách thay đổi")
                                .codes(FixedCodes.LINEAGE_KINDS)
                                .needed()),
                        Field.of(Column.text("portion", "Phần")
                                .codes(FixedCodes.PORTIONS)
                                .needed()),
                        Field.of(Column.text("share", "Tỷ lệ")
                                .noted("Phân số của đơn vị trước, khi văn bản nêu.")
                                .like("2/3")),
                        Field.of(
                                        Column.flag("heir", "Là đơn vị kế thừa")
                                                .noted(
                                                        "Đơn vị tiếp nhận mọi công việc của đơn vị trước; nhiều nhất một đơn vị."))
                                .or("false"),
                        Field.of(Column.day("effectiveOn", "Từ ngày").needed().like("01/07/2025")))
                .allowedBy(PERMISSION, "unit.read")
                .sameBy("predecessor", "successor", "reorganisation")
                .seenAt("successor")
                .where("EXISTS (SELECT FROM reorganisation d WHERE d.id = t.reorganisation" + " AND d.effective_on <= "
                        + TableLayout.TODAY + ")")
                .inOrder("t.effective_on, t.predecessor, t.successor, t.reorganisation");
    }

    /** A unit is told with all that came before and after it. */
    @Override
    public void tell(List<StagedRow> rows, BulkCaller caller) {
        var changes = new HashMap<UUID, UnitChange>();
        for (var row : rows) {
            var change = new UnitChange(PERMISSION, row.day("effective_on"), row.id("reorganisation"), null);
            changes.put(HeldTable.required(row, "predecessor"), change);
            changes.put(HeldTable.required(row, "successor"), change);
        }
        var ids = changes.keySet().stream().sorted().toList();
        for (int from = 0; from < ids.size(); from += AT_A_TIME) {
            var some = ids.subList(from, Math.min(from + AT_A_TIME, ids.size()));
            var links = lineages.of(some);
            outbox.publishApart(units.all(some).stream()
                    .map(unit -> {
                        var neighbours = links.getOrDefault(unit.id(), Lineages.Neighbours.NONE);
                        return new UnitCorrected(
                                unit.id(),
                                Objects.requireNonNull(changes.get(unit.id())),
                                unit.state(neighbours.predecessors(), neighbours.successors()));
                    })
                    .toList());
            entities.clear();
        }
    }
}
