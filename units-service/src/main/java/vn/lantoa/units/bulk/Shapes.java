package vn.lantoa.units.bulk;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges each cell by itself, by the same rules and with the same codes as the API judges the fields of a body. */
final class Shapes {
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern VIETNAMESE = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
    private static final int MOST_CODES_NAMED = 12;
    private static final LocalDate EARLIEST = LocalDate.of(1000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 1, 1);

    private final List<Column> columns;
    private final Map<String, CodeLists.Codes> codes;
    private final Map<String, Integer> places = new HashMap<>();

    Shapes(List<Column> columns, Map<String, CodeLists.Codes> codes) {
        this.columns = columns;
        this.codes = codes;
        for (int i = 0; i < columns.size(); i++) {
            places.put(columns.get(i).name(), i);
        }
    }

    /** The row with its values as the API would write them, refused where one of them has the wrong shape. */
    DraftRow draft(int number, @Nullable String[] values) {
        var row = new DraftRow(number, places, values);
        for (int i = 0; i < values.length; i++) {
            values[i] = checked(row, columns.get(i), values[i]);
        }
        return row;
    }

    private @Nullable String checked(DraftRow row, Column column, @Nullable String value) {
        if (value == null) {
            if (column.required()) {
                row.refuse(column.name(), "required");
            }
            return null;
        }
        if (Cells.hasRefusedCharacter(value)) {
            row.refuse(column.name(), "control-character");
            return null;
        }
        return switch (column.type()) {
            case TEXT -> text(row, column, value);
            case DAY -> day(row, column, value);
            case INSTANT -> instant(row, column, value);
            case FLAG -> flag(row, column, value);
            case ID -> id(row, column, value);
            case CODE -> code(row, column, value);
        };
    }

    private static @Nullable String text(DraftRow row, Column column, String value) {
        int length = value.length();
        if (length < column.shortest() || length > column.longest()) {
            row.refuse(column.name(), "size", column.shortest(), column.longest());
            return null;
        }
        var pattern = column.pattern();
        if (pattern != null && !pattern.matcher(value).matches()) {
            row.refuse(column.name(), "pattern");
            return null;
        }
        return value;
    }

    private static @Nullable String day(DraftRow row, Column column, String value) {
        try {
            var iso = ISO.matcher(value);
            var local = VIETNAMESE.matcher(value);
            LocalDate day = null;
            if (iso.matches()) {
                day = LocalDate.of(number(iso.group(1)), number(iso.group(2)), number(iso.group(3)));
            } else if (local.matches()) {
                day = LocalDate.of(number(local.group(3)), number(local.group(2)), number(local.group(1)));
            }
            if (day != null && !day.isBefore(EARLIEST) && !day.isAfter(LATEST)) {
                return day.toString();
            }
            row.refuse(column.name(), day == null ? "invalid-date" : "date-out-of-range", EARLIEST, LATEST);
        } catch (DateTimeException noSuchDay) {
            row.refuse(column.name(), "invalid-date");
        }
        return null;
    }

    /** With six digits of the second, as exports write it. */
    private static @Nullable String instant(DraftRow row, Column column, String value) {
        try {
            return INSTANT.format(Instant.parse(value));
        } catch (DateTimeException noInstant) {
            row.refuse(column.name(), "invalid-date");
            return null;
        }
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static @Nullable String flag(DraftRow row, Column column, String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "x", "có", "1" -> "true";
            case "false", "không", "0" -> "false";
            default -> {
                row.refuse(column.name(), "unknown-value", "Có, Không");
                yield null;
            }
        };
    }

    private static @Nullable String id(DraftRow row, Column column, String value) {
        try {
            if (value.length() == 36) {
                return UUID.fromString(value).toString();
            }
        } catch (IllegalArgumentException noId) {
            // refused below
        }
        row.refuse(column.name(), "invalid-uuid");
        return null;
    }

    private @Nullable String code(DraftRow row, Column column, String value) {
        var list = codes.get(column.codeList());
        if (list == null) {
            throw new IllegalStateException("no code list for " + column.name());
        }
        var code = list.of(value);
        if (code == null) {
            var names = list.entries().stream()
                    .limit(MOST_CODES_NAMED)
                    .map(CodeLists.Entry::label)
                    .collect(Collectors.joining(", "));
            row.refuse(
                    column.name(), "unknown-value", list.entries().size() > MOST_CODES_NAMED ? names + ", …" : names);
        }
        return code;
    }
}
