package vn.lantoa.units.bulk;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.rest.Ids;
import vn.lantoa.sql.Query;
import vn.lantoa.units.period.Period;

/**
 * A kind of file whose rows are those of one table. Its layout says nearly everything; a kind adds the rules that are its
 * own, and the events. A row is judged by what the register holds under its id or its natural key, and then tried: written,
 * and taken back ({@link WriteRows#tried}), so that the dry run tells what the database itself would refuse.
 */
abstract class TableKind implements BulkKind {
    private static final int AT_A_TIME = 1_000;

    protected final DataSource database;
    private final TableLayout layout;

    protected TableKind(DataSource database, TableLayout layout) {
        this.database = database;
        this.layout = layout;
    }

    @Override
    public final String name() {
        return layout.name();
    }

    @Override
    public final String title() {
        return layout.title();
    }

    @Override
    public final String permission() {
        return layout.permission();
    }

    @Override
    public final String readPermission() {
        return layout.readPermission();
    }

    @Override
    public final List<Column> columns() {
        return layout.fields().stream().map(Field::column).toList();
    }

    @Override
    public final boolean tried() {
        return true;
    }

    /** A rule that only this kind has: what is refused, told by SQL over the staged rows {@code r}. */
    record Offence(String column, String code, String argument, String join, String condition) {}

    /** Beside references that lead nowhere. */
    protected List<Offence> offences() {
        return List.of();
    }

    @Override
    public void judge(List<DraftRow> rows, BulkCaller caller) {
        rows.forEach(Holdings::refuseForeignId);
        var meant = meant(rows, caller);
        outside(meant.entrySet(), (entry, key) -> entry.getValue().get(key), caller)
                .forEach(entry -> entry.getKey().refuse(null, "outside-your-units", permission()));
        var known = KnownRows.of(database, layout, meant.values());
        meant.forEach((row, values) -> {
            if (!row.isRefused()) {
                judge(row, values, known);
            }
        });
    }

    /** What the rows would write, by the keys of the layout; without those that mean nothing. */
    protected Map<DraftRow, Map<String, @Nullable String>> meant(List<DraftRow> rows, BulkCaller caller) {
        var meant = new LinkedHashMap<DraftRow, Map<String, @Nullable String>>();
        for (var row : rows) {
            var values = new HashMap<String, @Nullable String>();
            layout.fields().forEach(field -> values.put(field.key(), field.of(row)));
            meant.put(row, values);
        }
        if (layout.lifelong()) {
            fillPeriods(meant);
        }
        meant.keySet().removeIf(DraftRow::isRefused);
        return meant;
    }

    private void fillPeriods(Map<DraftRow, Map<String, @Nullable String>> meant) {
        var columns = layout.fields().stream()
                .filter(field -> "unit".equals(field.refers()))
                .map(field -> field.column().name())
                .toList();
        var units = KnownUnits.of(
                database,
                meant.keySet().stream()
                        .flatMap(row -> columns.stream().map(row::id))
                        .toList(),
                List.of());
        meant.forEach((row, values) -> {
            var lives = new ArrayList<Period>();
            for (var column : columns) {
                var id = row.id(column);
                var unit = units.of(id, null);
                if (unit != null) {
                    lives.add(unit.life());
                } else if (id != null) {
                    row.refuse(column, "unknown-unit");
                }
            }
            var period = row.isRefused() ? null : Holdings.period(row, lives, null);
            if (period != null) {
                values.put("valid_from", text(period.from()));
                values.put("valid_to", text(period.to()));
            }
        });
    }

    protected static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** Those of the rows that the caller does not reach. */
    protected <T> List<T> outside(
            Collection<T> rows, BiFunction<T, String, @Nullable String> value, BulkCaller caller) {
        if (caller.reach().everywhere()) {
            return List.of();
        }
        var under = layout.under();
        if (under == null) {
            return List.copyOf(rows);
        }
        var asked = new HashMap<T, UUID>();
        for (var row : rows) {
            var unit = value.apply(row, under);
            if (unit != null) {
                asked.put(row, UUID.fromString(unit));
            }
        }
        var covered = Reaches.covered(database, asked.values(), caller.reach(), caller.today());
        return rows.stream().filter(row -> !covered.contains(asked.get(row))).toList();
    }

    private void judge(DraftRow row, Map<String, @Nullable String> values, KnownRows known) {
        var same = known.like(values);
        if (same == null) {
            accept(row, values);
        } else if (says(row, values, same)) {
            var existing = same.get("id");
            row.unchanged(existing == null ? null : UUID.fromString(existing));
        } else {
            row.refuse(null, Objects.equals(same.get("id"), values.get("id")) ? "row-differs" : layout.taken());
        }
    }

    /** Whether a row says what is known; of what {@link #isSilent} on it says nothing. */
    private boolean says(DraftRow row, Map<String, @Nullable String> values, Map<String, @Nullable String> known) {
        return layout.read().stream()
                .allMatch(field ->
                        isSilent(row, field.key()) || Objects.equals(values.get(field.key()), known.get(field.key())));
    }

    protected boolean isSilent(DraftRow row, String key) {
        return key.equals("id") && row.text("id") == null;
    }

    private void accept(DraftRow row, Map<String, @Nullable String> values) {
        var given = row.id("id");
        var id = given == null ? Ids.next() : given;
        if (layout.has("id")) {
            values.put("id", id.toString());
        }
        var natural = layout.naturalKey(values) + (layout.dated() ? "/" + values.get("valid_from") : "");
        values.values().removeIf(Objects::isNull);
        row.accept(id, given == null ? List.of(natural) : List.of(id.toString(), natural), values);
    }

    @Override
    public List<RefusedRow> write(List<StagedRow> rows, BulkCaller caller) {
        var refused = refused(rows, caller);
        var places = places(Holdings.without(rows, refused));
        if (places.length > 0) {
            insert(places, caller);
            written(places, caller);
        }
        return refused;
    }

    /** What else lies in the database with these rows. */
    protected void written(Integer[] places, BulkCaller caller) {}

    private static Integer[] places(List<StagedRow> rows) {
        return rows.stream().map(StagedRow::number).toArray(Integer[]::new);
    }

    private List<RefusedRow> refused(List<StagedRow> rows, BulkCaller caller) {
        var refused = new LinkedHashMap<Integer, RefusedRow>();
        outside(rows, StagedRow::text, caller)
                .forEach(row -> refuse(refused, row.number(), null, "outside-your-units", permission()));
        layout.fields()
                .forEach(field -> leadingNowhere(field, rows)
                        .forEach(row ->
                                refuse(refused, row.number(), field.column().name(), field.unknown(), null)));
        var places = places(rows);
        for (var offence : offences()) {
            Query.of(
                            "SELECT r.place, " + offence.argument() + "::text AS argument FROM bulk_row r "
                                    + offence.join() + " WHERE r.import = ? AND r.place = ANY (?) AND ("
                                    + offence.condition() + ")",
                            caller.importId(),
                            places)
                    .list(
                            database,
                            row -> refuse(
                                    refused,
                                    row.integer("place"),
                                    offence.column(),
                                    offence.code(),
                                    row.textOrNull("argument")));
        }
        return List.copyOf(refused.values());
    }

    /** A row may name one of its own kind that stands before it, or in the same batch. */
    private List<StagedRow> leadingNowhere(Field field, List<StagedRow> rows) {
        var table = field.refers();
        if (table == null) {
            return List.of();
        }
        var naming = new HashMap<StagedRow, UUID>();
        for (var row : rows) {
            var id = row.id(field.key());
            if (id != null) {
                naming.put(row, id);
            }
        }
        if (table.equals(layout.table())) {
            var own = rows.stream().map(StagedRow::id).collect(Collectors.toSet());
            naming.values().removeIf(own::contains);
        }
        if (naming.isEmpty()) {
            return List.of();
        }
        var there = Set.copyOf(Query.of("SELECT id FROM " + table + " WHERE id = ANY (?)", (Object)
                        naming.values().toArray(UUID[]::new))
                .list(database, row -> row.id("id")));
        return naming.keySet().stream()
                .filter(row -> !there.contains(naming.get(row)))
                .toList();
    }

    private static int refuse(
            Map<Integer, RefusedRow> refused,
            int place,
            @Nullable String column,
            String code,
            @Nullable String argument) {
        refused.putIfAbsent(
                place,
                new RefusedRow(place, new RowError(column, code, argument == null ? List.of() : List.of(argument))));
        return place;
    }

    private void insert(Integer[] places, BulkCaller caller) {
        var columns = new ArrayList<String>();
        var values = new ArrayList<String>();
        layout.fields().stream().filter(Field::written).forEach(field -> {
            columns.add(field.key());
            values.add(field.staged());
        });
        layout.besides().forEach((column, sql) -> {
            columns.add(column);
            values.add(sql);
        });
        var query = Query.of("INSERT INTO %s (%s) SELECT".formatted(layout.table(), String.join(", ", columns)));
        for (int i = 0; i < values.size(); i++) {
            var value = i == 0 ? values.get(i) : ", " + values.get(i);
            if (value.endsWith("?")) {
                query.add(value + "::timestamptz", caller.now());
            } else {
                query.add(value);
            }
        }
        query.add(
                        "FROM bulk_row r WHERE r.import = ? AND r.place = ANY (?) ORDER BY r.place",
                        caller.importId(),
                        places)
                .change(database);
    }

    @Override
    public void export(ExportScope scope, Connection connection, RowSink sink) throws SQLException, IOException {
        var query = Query.of("SELECT " + layout.readable() + " FROM " + layout.table() + " t WHERE " + layout.held());
        if (layout.dated()) {
            query.addIf(scope.asOf(), "AND t.valid @> ?::date");
        }
        restrict(query, scope);
        query.add("ORDER BY " + layout.order()).each(connection, AT_A_TIME, row -> {
            var cells = new ArrayList<@Nullable String>();
            for (var field : layout.fields()) {
                cells.add(field.read() == null ? null : field.shown(row.textOrNull(field.key())));
            }
            sink.row(cells);
        });
    }

    /** Adds what the caller may see of the table {@code t}, and within the subtree that is asked for. */
    protected void restrict(Query query, ExportScope scope) {
        var unit = layout.seenAt();
        if (unit != null) {
            Reaches.within(query, "t." + unit, scope.reach(), scope.within(), scope.today());
        }
    }
}
