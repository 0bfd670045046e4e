package vn.lantoa.units.mapping;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import vn.lantoa.sql.Query;
import vn.lantoa.units.unit.Codes;

/** What the register knows of codes on a day: one statement, however long the table. */
@ApplicationScoped
class MappingRegister {
    private final DataSource database;

    MappingRegister(DataSource database) {
        this.database = database;
    }

    /** The kinds of units there are. */
    Set<String> kinds() {
        return Set.copyOf(Query.of("SELECT code FROM unit_kind").list(database, row -> row.text("code")));
    }

    /** By code; a code that nobody bore on that day is absent. A code has one bearer a day: the database holds that. */
    Map<String, Bearer> bearers(Collection<String> codes, LocalDate day) {
        var found = new HashMap<String, Bearer>();
        Query.of("""
                SELECT u.id, i.value, v.name, v.kind, v.sector, p.parent, u.valid_to
                FROM unit_identifier i
                JOIN unit u ON u.id = i.unit
                JOIN unit_version v ON v.unit = u.id AND v.valid @> ?::date
                LEFT JOIN unit_placement p ON p.unit = u.id AND p.line = 'ADMINISTRATIVE' AND p.valid @> ?::date
                WHERE i.scheme = ? AND i.value = ANY (?) AND i.valid @> ?::date
                """, day, day, Codes.DEFAULT_SCHEME, codes.toArray(String[]::new), day)
                .plannedForItsValues()
                .list(
                        database,
                        row -> new Bearer(
                                row.id("id"),
                                row.text("value"),
                                row.text("name"),
                                row.text("kind"),
                                row.text("sector"),
                                row.idOrNull("parent"),
                                row.dayOrNull("valid_to")))
                .forEach(bearer -> found.put(bearer.code(), bearer));
        return found;
    }
}
