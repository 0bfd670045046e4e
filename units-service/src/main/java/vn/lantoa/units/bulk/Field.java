package vn.lantoa.units.bulk;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A column of a file whose rows are those of a table.
 *
 * @param column as people see it
 * @param key of what is staged, and the column of the table where one is written
 * @param read SQL of what the table {@code t} holds, as text; null where a cell only helps to find something
 * @param written whether it is a column of the table
 * @param refers table whose row is named by its id
 * @param fallback what an empty cell means
 */
record Field(
        Column column,
        String key,
        @Nullable String read,
        boolean written,
        @Nullable String refers,
        @Nullable String fallback) {

    /** Stands in the column of the table that is named like it. */
    static Field of(Column column) {
        return as(column, column.name().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT));
    }

    static Field as(Column column, String key) {
        var read = column.type() == ColumnType.INSTANT
                ? "to_char(t.%s AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')".formatted(key)
                : "t." + key + "::text";
        return new Field(column, key, read, true, null, null);
    }

    /** Part of a column that holds several things. */
    static Field part(Column column, String of) {
        return new Field(column, column.name(), "t." + of + " ->> '" + column.name() + "'", false, null, null);
    }

    /** Helps to find something, and is not kept. */
    static Field aid(Column column) {
        return new Field(column, column.name(), null, false, null, null);
    }

    Field refersTo(String table) {
        return new Field(column, key, read, written, table, fallback);
    }

    Field or(String value) {
        return new Field(column, key, read, written, refers, value);
    }

    /** What a cell says, null where it says nothing. */
    @Nullable
    String of(DraftRow row) {
        var text = row.text(column.name());
        return text == null ? fallback : text;
    }

    /** The staged value as the table takes it. */
    String staged() {
        var cast = switch (column.type()) {
            case DAY -> "::date";
            case FLAG -> "::boolean";
            case ID -> "::uuid";
            case INSTANT -> "::timestamptz";
            case TEXT, CODE -> "";
        };
        return "(r.data ->> '" + key + "')" + cast;
    }

    /** As a cell shows what the table holds. */
    @Nullable
    String shown(@Nullable String value) {
        if (column.type() == ColumnType.FLAG && value != null) {
            return value.equals("true") ? "Có" : "Không";
        }
        return value;
    }

    /** What it is called that the row that is named is not there. */
    String unknown() {
        return switch (refers) {
            case "unit" -> "unknown-unit";
            case "person" -> "unknown-person";
            case null, default -> "unknown-record";
        };
    }
}
