package vn.lantoa.campaigns.names;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Reach;
import vn.lantoa.sql.Query;
import vn.lantoa.sql.Row;

/** Parts of statements that ask the replicas. */
public final class SqlNames {
    /**
     * Name of a unit as of a day (bind it once), as {@code unit_name} and {@code unit_existing}; a unit that had ended
     * or not begun is shown as it last or first was. The blank is the column that holds the unit's id.
     */
    public static final String UNIT_NAME = """
            LEFT JOIN LATERAL (
                SELECT v.name AS unit_name, v.valid @> d.day AS unit_existing
                FROM known_unit_version v, (SELECT ?::date AS day) d
                WHERE v.unit = %s
                ORDER BY v.valid @> d.day DESC, abs(coalesce(v.valid_from, d.day - 1000000) - d.day)
                LIMIT 1) unit_names ON true""";

    private SqlNames() {}

    public static UnitRef unit(Row row, String column) throws SQLException {
        return new UnitRef(row.id(column), row.textOrNull("unit_name"), row.flag("unit_existing"), List.of());
    }

    /** A person joined from {@code known_person}, as {@code person_name}. */
    public static @Nullable PersonRef person(Row row, String column) throws SQLException {
        UUID id = row.idOrNull(column);
        return id == null ? null : new PersonRef(id, row.textOrNull("person_name"));
    }

    /**
     * Appends the condition that the unit in the column stands within reach on that day, or that its heir does. Each subtree is named by itself,
     * so that the planner knows whether it is a department or the whole province.
     */
    public static Query within(Query select, String column, Reach reach, LocalDate day) {
        select.add(
                column + " IN (SELECT k.descendant FROM known_unit_reach k WHERE k.valid @> ?::date AND (false", day);
        for (var root : reach.roots()) {
            select.add("OR (k.ancestor = ?", root.unit())
                    .addIf(root.line(), "AND k.line = ?")
                    .add(")");
        }
        return select.add("))");
    }
}
