package vn.lantoa.audit.sealing;

import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lantoa.sql.Query;

/** From the replica of units, where a service has no better source. */
@DefaultBean
@Singleton
class KnownUnitNames implements UnitNames {
    private final DataSource database;

    KnownUnitNames(DataSource database) {
        this.database = database;
    }

    @Override
    public Map<UUID, String> of(Set<UUID> units, LocalDate day) {
        var names = new HashMap<UUID, String>();
        Query.of("""
                        SELECT DISTINCT ON (unit) unit, name FROM known_unit_version WHERE unit = ANY (?)
                        ORDER BY unit, coalesce(valid_from, '-infinity') <= ? DESC, valid_from DESC NULLS LAST""", units.toArray(UUID[]::new), day)
                .list(database, row -> names.put(row.id("unit"), row.text("name")));
        return names;
    }
}
