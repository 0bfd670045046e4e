package vn.lantoa.audit.sealing;

import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lantoa.sql.Query;

/** From the replica of persons, where a service has no better source. */
@DefaultBean
@Singleton
class KnownPersonNames implements PersonNames {
    private final DataSource database;

    KnownPersonNames(DataSource database) {
        this.database = database;
    }

    @Override
    public Map<UUID, String> of(Set<UUID> persons) {
        var names = new HashMap<UUID, String>();
        Query.of("SELECT id, display_name FROM known_person WHERE id = ANY (?)", (Object) persons.toArray(UUID[]::new))
                .list(database, row -> names.put(row.id("id"), row.text("display_name")));
        return names;
    }
}
