package vn.lantoa.units.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.rest.Ids;
import vn.lantoa.units.unit.Codes;
import vn.lantoa.units.unit.GivenPlacement;
import vn.lantoa.units.unit.Grounds;
import vn.lantoa.units.unit.RegisterUnit;

/**
 * Units with their codes, places and history: a row for the unit, which may carry a code and a place, and a row for each
 * further name, code and place. Units hang on each other, so a file is written in one transaction.
 */
@ApplicationScoped
class UnitKind implements BulkKind {
    static final String PERMISSION = "unit.register";
    static final String UNIT = "UNIT";
    static final String VERSION = "VERSION";
    static final String IDENTIFIER = "IDENTIFIER";
    static final String PLACEMENT = "PLACEMENT";

    private static final List<Column> COLUMNS = List.of(
            Column.text("fact", "Loại dòng")
                    .codes(FixedCodes.UNIT_FACTS)
                    .noted(
                            "Để trống: dòng của đơn vị. Các dòng khác ghi thêm tên, mã, vị trí theo thời gian của đơn vị có"
                                    + " mã hệ thống nêu ở dòng đó.")
                    .like("UNIT"),
            Column.of(RegisterUnit.class, "id", "Mã hệ thống"),
            Column.of(RegisterUnit.class, "name", "Tên đơn vị").optional().like("Phường Thục Phán"),
            Column.of(RegisterUnit.class, "shortName", "Tên ngắn").like("Thục Phán"),
            Column.of(RegisterUnit.class, "kind", "Loại đơn vị")
                    .codes("unit-kinds")
                    .optional()
                    .like("WARD"),
            Column.of(RegisterUnit.class, "sector", "Khối")
                    .codes("sectors")
                    .optional()
                    .like("TERRITORY"),
            Column.text("scheme", "Hệ mã").codes("identifier-schemes").noted("Mã đơn vị hành chính nếu để trống."),
            Column.text("code", "Mã").like("01273"),
            Column.of(GivenPlacement.class, "line", "Hệ thống")
                    .codes("lines")
                    .optional()
                    .like("ADMINISTRATIVE"),
            Column.id("parentId", "Mã hệ thống của cấp trên").noted("Hoặc ghi mã của cấp trên."),
            Column.text("parentScheme", "Hệ mã của cấp trên").codes("identifier-schemes"),
            Column.text("parentCode", "Mã của cấp trên").like("04"),
            Column.of(RegisterUnit.class, "validFrom", "Từ ngày").like("01/07/2025"),
            Column.of(RegisterUnit.class, "validTo", "Đến trước ngày").noted("Ngày sau ngày cuối cùng."),
            Column.of(RegisterUnit.class, "remark", "Ghi chú"),
            grounds("beginReason", "reason", "Lý do thành lập").codes("unit-reasons"),
            grounds("beginDocument", "document", "Văn bản thành lập").like("1657/NQ-UBTVQH15"),
            grounds("endReason", "reason", "Lý do kết thúc").codes("unit-reasons"),
            grounds("endDocument", "document", "Văn bản kết thúc"));

    /** What of a unit is one value, whatever its history: compared only where a row says something of it. */
    static final List<String> OF_THE_LIFE =
            List.of("remark", "beginReason", "beginDocument", "endReason", "endDocument");

    private final DataSource database;
    private final UnitFile file;
    private final UnitWriter writer;

    UnitKind(DataSource database, UnitFile file, UnitWriter writer) {
        this.database = database;
        this.file = file;
        this.writer = writer;
    }

    private static Column grounds(String name, String component, String heading) {
        return Column.of(Grounds.class, component, heading).named(name);
    }

    @Override
    public String name() {
        return "units";
    }

    @Override
    public String title() {
        return "Đơn vị";
    }

    @Override
    public String permission() {
        return PERMISSION;
    }

    @Override
    public String readPermission() {
        return "unit.read";
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public boolean together() {
        return true;
    }

    @Override
    public void judge(List<DraftRow> rows, BulkCaller caller) {
        rows.forEach(UnitKind::refuseShapeless);
        var codes = new HashMap<DraftRow, KnownUnits.Code>();
        for (var row : rows) {
            var code = row.text("code");
            if (code != null && fact(row).equals(UNIT)) {
                var from = row.day("validFrom");
                codes.put(row, KnownUnits.Code.of(row.text("scheme"), code, from == null ? caller.today() : from));
            }
        }
        var units =
                KnownUnits.of(database, rows.stream().map(row -> row.id("id")).toList(), codes.values());
        var facts = KnownFacts.of(
                database,
                rows.stream()
                        .map(row -> units.of(row.id("id"), codes.get(row)))
                        .filter(Objects::nonNull)
                        .map(KnownUnits.Known::id)
                        .toList());
        for (var row : rows) {
            if (!row.isRefused()) {
                judge(row, units.of(row.id("id"), codes.get(row)), facts);
            }
        }
    }

    private static void judge(DraftRow row, KnownUnits.@Nullable Known known, KnownFacts facts) {
        if (known == null) {
            accept(row);
        } else if (facts.say(known.id(), row)) {
            row.unchanged(known.id());
        } else {
            row.refuse(null, row.id("id") == null ? "code-taken" : "row-differs");
        }
    }

    private static void accept(DraftRow row) {
        var fact = fact(row);
        var given = row.id("id");
        boolean unit = fact.equals(UNIT);
        var id = unit && given != null ? given : Ids.next();
        var data = new HashMap<String, @Nullable Object>();
        data.put("fact", fact);
        data.put("unit", unit ? id : given);
        for (var column : Set.of("name", "shortName", "kind", "sector", "code", "line", "validFrom", "validTo")) {
            data.put(column, row.text(column));
        }
        OF_THE_LIFE.forEach(column -> data.put(column, row.text(column)));
        data.put("scheme", row.text("code") == null ? null : scheme(row.text("scheme")));
        data.put("parent", row.text("parentId"));
        data.put("parentCode", row.text("parentCode"));
        data.put("parentScheme", row.text("parentCode") == null ? null : scheme(row.text("parentScheme")));
        data.values().removeIf(Objects::isNull);
        var natural = new ArrayList<String>();
        if (unit && given != null) {
            natural.add(given.toString());
        }
        if (fact.equals(VERSION)) {
            natural.add(given + "/" + row.text("validFrom"));
        }
        row.accept(id, natural, data);
    }

    static String fact(DraftRow row) {
        var fact = row.text("fact");
        return fact == null ? UNIT : fact;
    }

    static String scheme(@Nullable String scheme) {
        return scheme == null ? Codes.DEFAULT_SCHEME : scheme;
    }

    private static void refuseShapeless(DraftRow row) {
        Holdings.refuseForeignId(row);
        var fact = fact(row);
        boolean named = fact.equals(UNIT) || fact.equals(VERSION);
        require(row, named, "name", "kind", "sector");
        require(row, !fact.equals(UNIT), "id");
        require(row, fact.equals(VERSION), "validFrom");
        require(row, fact.equals(IDENTIFIER), "code");
        require(row, fact.equals(PLACEMENT) || row.text("parentCode") != null || row.text("parentId") != null, "line");
        var from = row.day("validFrom");
        var to = row.day("validTo");
        if (from != null && to != null && !from.isBefore(to)) {
            row.refuse("validTo", "period-reversed");
        }
        var code = row.text("code");
        if (code != null && !code.matches(Codes.IDENTIFIER)) {
            row.refuse("code", "pattern");
        }
    }

    private static void require(DraftRow row, boolean when, String... columns) {
        for (var column : columns) {
            if (when && row.text(column) == null) {
                row.refuse(column, "required");
            }
        }
    }

    @Override
    public void judgeTogether(BulkCaller caller) {
        file.judge(caller);
        while (writer.refuseOffences(caller)) {
            file.passOn(caller);
        }
    }

    @Override
    public List<RefusedRow> write(List<StagedRow> rows, BulkCaller caller) {
        // with the last row: a place may name a unit of any row
        return List.of();
    }

    @Override
    public void finish(BulkCaller caller) {
        writer.write(caller);
    }

    @Override
    public void export(ExportScope scope, Connection connection, RowSink sink) throws SQLException, IOException {
        UnitExport.write(scope, connection, sink);
    }
}
