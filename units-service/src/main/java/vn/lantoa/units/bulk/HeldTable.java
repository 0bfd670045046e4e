package vn.lantoa.units.bulk;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.privacy.PersonKeys;

/** What a person holds at a unit in a period: both are named by id, or by number and code. */
abstract class HeldTable extends TableKind {
    private final PersonKeys keys;
    private final boolean anywhere;
    private final boolean fromToday;

    /**
     * @param anywhere whether a row without a unit means the whole installation
     * @param fromToday whether a row without a first day begins today; else with the unit
     */
    HeldTable(DataSource database, PersonKeys keys, TableLayout layout, boolean anywhere, boolean fromToday) {
        super(database, layout);
        this.keys = keys;
        this.anywhere = anywhere;
        this.fromToday = fromToday;
    }

    @Override
    protected Map<DraftRow, Map<String, @Nullable String>> meant(List<DraftRow> rows, BulkCaller caller) {
        var held = new Holdings(database, keys, rows, caller.today())
                .resolve(rows, !anywhere, fromToday ? caller.today() : null);
        var meant = super.meant(rows, caller);
        meant.keySet().retainAll(held.keySet());
        held.forEach((row, what) -> {
            var values = meant.get(row);
            if (values == null) {
                return;
            }
            values.put("person", what.person().toString());
            values.put("unit", text(what.unitId()));
            values.put("valid_from", text(what.period().from()));
            values.put("valid_to", text(what.period().to()));
        });
        return meant;
    }

    /** A row without a day says nothing of when it began: what holds is that one. */
    @Override
    protected boolean isSilent(DraftRow row, String key) {
        return super.isSilent(row, key) || (fromToday && key.equals("valid_from") && row.text("validFrom") == null);
    }

    static UUID required(StagedRow row, String key) {
        return UUID.fromString(row.required(key));
    }
}
