package vn.lantoa.units.bulk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.sql.Query;

/** Those rows of a table that some rows of a file could mean: of the same id, or of the same natural key. */
final class KnownRows {
    private final TableLayout layout;
    private final Map<String, Map<String, @Nullable String>> byId = new HashMap<>();
    private final Map<String, List<Map<String, @Nullable String>>> byNaturalKey = new HashMap<>();

    private KnownRows(TableLayout layout) {
        this.layout = layout;
    }

    /** @param meant what the rows would write, by the keys of the layout */
    static KnownRows of(DataSource database, TableLayout layout, Collection<Map<String, @Nullable String>> meant) {
        var known = new KnownRows(layout);
        if (meant.isEmpty()) {
            return known;
        }
        var query = Query.of(
                "SELECT " + layout.readable() + " FROM " + layout.table() + " t WHERE (t." + layout.anchor()
                        + " = ANY (?)",
                (Object) ids(meant, layout.anchor()));
        if (layout.has("id")) {
            query.add("OR t.id = ANY (?)", (Object) ids(meant, "id"));
        }
        query.add(") AND " + layout.held()).list(database, row -> {
            var values = new HashMap<String, @Nullable String>();
            for (var field : layout.read()) {
                values.put(field.key(), row.textOrNull(field.key()));
            }
            known.put(values);
            return values;
        });
        return known;
    }

    private void put(Map<String, @Nullable String> values) {
        var id = values.get("id");
        if (id != null) {
            byId.put(id, values);
        }
        byNaturalKey
                .computeIfAbsent(layout.naturalKey(values), key -> new ArrayList<>(1))
                .add(values);
    }

    private static UUID[] ids(Collection<Map<String, @Nullable String>> rows, String key) {
        return rows.stream()
                .map(row -> row.get(key))
                .filter(Objects::nonNull)
                .distinct()
                .map(UUID::fromString)
                .toArray(UUID[]::new);
    }

    /** What the register holds under the id of the row, else under its natural key on one of its days. */
    @Nullable
    Map<String, @Nullable String> like(Map<String, @Nullable String> values) {
        var id = values.get("id");
        var same = id == null ? null : byId.get(id);
        if (same != null) {
            return same;
        }
        return byNaturalKey.getOrDefault(layout.naturalKey(values), List.of()).stream()
                .filter(other -> layout.meet(values, other))
                .findFirst()
                .orElse(null);
    }
}
