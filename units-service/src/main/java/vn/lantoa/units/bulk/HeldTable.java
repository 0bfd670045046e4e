package vn.lantoa.units.bulk;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.privacy.PersonKeys;
import vn.lantoa.units.person.BindPersons;

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

    /** Rows that would bind somebody else's person to a unit of the caller's. */
    protected final <T> List<T> bindingStrangers(
            Collection<T> rows,
            BiFunction<T, String, @Nullable String> value,
            BulkCaller caller,
            BindPersons binding,
            Function<T, @Nullable String> line) {
        var strangers = new ArrayList<T>();
        var byLine = new HashMap<@Nullable String, List<T>>();
        rows.stream()
                .filter(row -> value.apply(row, "person") != null)
                .forEach(row -> byLine.computeIfAbsent(line.apply(row), any -> new ArrayList<>())
                        .add(row));
        byLine.forEach((along, some) -> {
            var persons = some.stream()
                    .map(row -> UUID.fromString(requireNonNull(value.apply(row, "person"))))
                    .collect(toSet());
            var refused = binding.somebodyElses(persons, caller.reach(), caller.today(), along);
            some.stream()
                    .filter(row -> refused.contains(UUID.fromString(requireNonNull(value.apply(row, "person")))))
                    .forEach(strangers::add);
        });
        return strangers;
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
