package vn.lantoa.units.reorganisation;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.sql.Query;
import vn.lantoa.sql.Row;

/** The dated rows of units as they lie in the database: their lives, versions, places and codes. */
final class Facts {
    private static final String ALL = """
            SELECT 'UNIT' AS kind, id, id AS unit, NULL AS line, NULL::uuid AS parent, valid_from, valid_to
            FROM unit WHERE id = ANY (?)
            UNION ALL SELECT 'VERSION', id, unit, NULL, NULL, valid_from, valid_to FROM unit_version WHERE unit = ANY (?)
            UNION ALL SELECT 'PLACEMENT', id, unit, line, parent, valid_from, valid_to FROM unit_placement
                      WHERE unit = ANY (?)
            UNION ALL SELECT 'IDENTIFIER', id, unit, NULL, NULL, valid_from, valid_to FROM unit_identifier
                      WHERE unit = ANY (?)
            """;

    /** One row. */
    record Fact(
            String kind,
            UUID id,
            UUID unit,
            @Nullable String line,
            @Nullable UUID parent,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        Key key() {
            return new Key(kind, id);
        }
    }

    /** A row whatever it says. */
    record Key(String kind, UUID id) {}

    private Facts() {}

    static Map<Key, Fact> of(Collection<UUID> units, DataSource database) {
        var ids = units.toArray(UUID[]::new);
        var facts = new LinkedHashMap<Key, Fact>();
        Query.of(ALL, ids, ids, ids, ids).list(database, Facts::fact).forEach(fact -> facts.put(fact.key(), fact));
        return facts;
    }

    private static Fact fact(Row row) throws SQLException {
        return new Fact(
                row.text("kind"),
                row.id("id"),
                row.id("unit"),
                row.textOrNull("line"),
                row.idOrNull("parent"),
                row.dayOrNull("valid_from"),
                row.dayOrNull("valid_to"));
    }
}
