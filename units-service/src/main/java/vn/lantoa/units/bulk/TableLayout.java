package vn.lantoa.units.bulk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How files of a kind lie on a table: their columns, what makes two rows the same, and whose rows a caller reaches. */
final class TableLayout {
    /** Of the province, in SQL. */
    static final String TODAY = "(now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date";

    private final String name;
    private final String title;
    private final String table;
    private final List<Field> fields;
    private final Map<String, String> besides = new LinkedHashMap<>();
    private String permission = "";
    private String readPermission = "";
    private String anchor = "";
    private String taken = "row-differs";
    private List<String> natural = List.of();
    private String order = "";
    private String held = "true";
    private boolean dated;
    private boolean lifelong;
    private @Nullable String under;
    private @Nullable String seenAt;

    private TableLayout(String name, String title, String table, List<Field> fields) {
        this.name = name;
        this.title = title;
        this.table = table;
        this.fields = fields;
    }

    static TableLayout of(String name, String title, String table, Field... fields) {
        return of(name, title, table, Stream.of(fields));
    }

    static TableLayout of(String name, String title, String table, Stream<Field> fields) {
        return new TableLayout(name, title, table, fields.toList());
    }

    /** The permission of the single act, and the one that reads. */
    TableLayout allowedBy(String act, String reading) {
        permission = act;
        readPermission = reading;
        return this;
    }

    /** The same in these columns is the same row; those that could be are looked up by the first of them, an id. */
    TableLayout sameBy(String... columns) {
        natural = List.of(columns);
        anchor = columns[0];
        return this;
    }

    /** As {@link #sameBy}, on days that both have; something else under an id of its own is refused as {@code code}. */
    TableLayout sameOnADayBy(String code, String... columns) {
        dated = true;
        taken = code;
        return sameBy(columns);
    }

    /** A period left open is as long as the units of the row exist. */
    TableLayout asLongAsUnitsExist() {
        lifelong = true;
        return this;
    }

    /** The caller's reach over the unit in this column decides; without it whoever writes needs the permission everywhere. */
    TableLayout under(String unit) {
        under = unit;
        return seenAt(unit);
    }

    /** Exports are narrowed by the unit in this column. */
    TableLayout seenAt(String unit) {
        seenAt = unit;
        return this;
    }

    /** A column that no cell fills; a question mark stands for the present moment. */
    TableLayout besides(String column, String sql) {
        besides.put(column, sql);
        return this;
    }

    TableLayout stamped() {
        return besides("created_at", "?").besides("updated_at", "?");
    }

    TableLayout versioned() {
        return besides("version", "0").stamped();
    }

    /** Only these rows of the table {@code t} are in files. */
    TableLayout where(String condition) {
        held = condition;
        return this;
    }

    /** Rows come after those that they refer to. */
    TableLayout inOrder(String columns) {
        order = columns;
        return this;
    }

    String name() {
        return name;
    }

    String title() {
        return title;
    }

    String table() {
        return table;
    }

    List<Field> fields() {
        return fields;
    }

    /** Those fields of which the table tells something. */
    List<Field> read() {
        return fields.stream().filter(field -> field.read() != null).toList();
    }

    /** What is selected from the table {@code t}, each under its key. */
    String readable() {
        return read().stream().map(field -> field.read() + " AS " + field.key()).collect(Collectors.joining(", "));
    }

    boolean has(String key) {
        return fields.stream().anyMatch(each -> each.key().equals(key));
    }

    Map<String, String> besides() {
        return besides;
    }

    String permission() {
        return permission;
    }

    String readPermission() {
        return readPermission;
    }

    String anchor() {
        return anchor;
    }

    String taken() {
        return taken;
    }

    String order() {
        return order;
    }

    String held() {
        return held;
    }

    boolean dated() {
        return dated;
    }

    boolean lifelong() {
        return lifelong;
    }

    @Nullable
    String under() {
        return under;
    }

    @Nullable
    String seenAt() {
        return seenAt;
    }

    /** What rows that mean the same have in common, beside days. */
    String naturalKey(Map<String, @Nullable String> values) {
        return String.join(
                "/",
                natural.stream().map(key -> Objects.toString(values.get(key))).toList());
    }

    /** Whether two rows of one natural key hold on a day in common; always where there are no days. */
    boolean meet(Map<String, @Nullable String> one, Map<String, @Nullable String> other) {
        return !dated || (beginsBeforeEndOf(one, other) && beginsBeforeEndOf(other, one));
    }

    /** ISO days sort as texts do. */
    private static boolean beginsBeforeEndOf(Map<String, @Nullable String> one, Map<String, @Nullable String> other) {
        var from = one.get("valid_from");
        var to = other.get("valid_to");
        return from == null || to == null || from.compareTo(to) < 0;
    }
}
