package vn.lantoa.units.person;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lantoa.audit.sealing.PersonNames;
import vn.lantoa.sql.Query;

/** Names in the time line of the audit trail: this service owns them. */
@Singleton
class NamesInTrail implements PersonNames {
    private final DataSource database;

    NamesInTrail(DataSource database) {
        this.database = database;
    }

    @Override
    public Map<UUID, String> of(Set<UUID> persons) {
        var names = new HashMap<UUID, String>();
        Query.of("SELECT id, name FROM person WHERE id = ANY (?)", (Object) persons.toArray(UUID[]::new))
                .list(database, row -> names.put(row.id("id"), row.text("name")));
        return names;
    }
}
