package vn.lantoa.units.unit;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lantoa.audit.sealing.UnitNames;
import vn.lantoa.sql.Query;

/** Names of units in the time line of the audit trail: this service owns them. */
@Singleton
class NamesInTrail implements UnitNames {
    private final DataSource database;

    NamesInTrail(DataSource database) {
        this.database = database;
    }

    @Override
    public Map<UUID, String> of(Set<UUID> units, LocalDate day) {
        var names = new HashMap<UUID, String>();
        Query.of("""
                        SELECT DISTINCT ON (unit) unit, name FROM unit_version WHERE unit = ANY (?)
                        ORDER BY unit, coalesce(valid_from, '-infinity') <= ? DESC, valid_from DESC NULLS LAST""", units.toArray(UUID[]::new), day)
                .list(database, row -> names.put(row.id("unit"), row.text("name")));
        return names;
    }
}
