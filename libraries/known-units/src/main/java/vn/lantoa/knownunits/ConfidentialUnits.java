package vn.lantoa.knownunits;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lantoa.sql.Query;

/** Units of which nobody else is to learn who belongs to them. */
@ApplicationScoped
public class ConfidentialUnits {
    private final DataSource database;

    ConfidentialUnits(DataSource database) {
        this.database = database;
    }

    /** Whether the unit stands or ever stood on a confidential line: whoever is named as one of it belongs there. */
    public boolean contains(UUID unit) {
        return Query.of("SELECT unit FROM known_confidential_unit WHERE unit = ? LIMIT 1", unit)
                .first(database, row -> row.id("unit"))
                .isPresent();
    }
}
