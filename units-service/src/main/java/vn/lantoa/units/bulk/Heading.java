package vn.lantoa.units.bulk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Invalid;

/** Which cell of a line belongs to which column: by the heading people read, or the name the API has. */
final class Heading {
    /** What files of errors have beside the columns; left out when such a file comes back. */
    static final String ERRORS = "Lỗi";

    private static final String REQUIRED = " *";

    private final int[] columns;
    private final int width;

    private Heading(int[] columns, int width) {
        this.columns = columns;
        this.width = width;
    }

    /** @throws Invalid 422 {@code file-columns-wrong} with every column that is unknown, twice there, or missing */
    static Heading of(Table.@Nullable Line line, List<Column> columns) {
        if (line == null) {
            throw new Invalid("file-empty");
        }
        Map<String, Integer> known = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            known.put(folded(columns.get(i).heading()), i);
            known.put(folded(columns.get(i).name()), i);
        }
        var errors = new ArrayList<FieldError>();
        var seen = new HashSet<Integer>();
        var places = new int[line.cells().size()];
        for (int i = 0; i < places.length; i++) {
            var cell = Cells.read(line.cells().get(i));
            var place = cell == null ? null : known.get(folded(cell));
            places[i] = place == null ? -1 : place;
            if (cell != null && place == null && !folded(cell).equals(folded(ERRORS))) {
                errors.add(FieldError.at("/" + cell, "unknown-column", cell));
            } else if (place != null && !seen.add(place)) {
                errors.add(FieldError.at(
                        "/" + cell, "column-twice", columns.get(place).heading()));
            }
        }
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).required() && !seen.contains(i)) {
                errors.add(FieldError.at(
                        "/" + columns.get(i).name(),
                        "column-missing",
                        columns.get(i).heading()));
            }
        }
        if (!errors.isEmpty()) {
            throw new Invalid("file-columns-wrong", errors);
        }
        return new Heading(places, columns.size());
    }

    static String written(Column column) {
        return column.required() ? column.heading() + REQUIRED : column.heading();
    }

    /** The cells of a line in the order of the columns; null where nothing stands. */
    @Nullable
    String[] sorted(Table.Line line) {
        var values = new @Nullable String[width];
        var cells = line.cells();
        for (int i = 0; i < Math.min(columns.length, cells.size()); i++) {
            if (columns[i] >= 0) {
                values[columns[i]] = Cells.read(cells.get(i));
            }
        }
        return values;
    }

    private static String folded(String text) {
        var bare = text.strip();
        if (bare.endsWith("*")) {
            bare = bare.substring(0, bare.length() - 1).strip();
        }
        return bare.toLowerCase(Locale.ROOT);
    }
}
