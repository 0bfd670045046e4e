package vn.lantoa.knownunits;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lantoa.sql.Query;

/** Units of which nobody else is to learn who belongs to them. */
@ApplicationScoped
public class ConfidentialUnits {
    private final DataSource database;
    private final String[] lines;

    ConfidentialUnits(
            DataSource database,
            @ConfigProperty(name = "lantoa.confidential-lines", defaultValue = "PARTY") List<String> lines) {
        this.database = database;
        this.lines = lines.toArray(String[]::new);
    }

    /** Whether the unit stands or ever stood on a confidential line: whoever is named as one of it belongs there. */
    public boolean contains(UUID unit) {
        return Query.of("SELECT unit FROM known_unit_placement WHERE unit = ? AND line = ANY (?) LIMIT 1", unit, lines)
                .first(database, row -> row.id("unit"))
                .isPresent();
    }
}
