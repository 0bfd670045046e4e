package vn.lantoa.units.unit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.UnitTree;
import vn.lantoa.units.sql.Query;

/** The tree that rights reach over: this service owns it. */
@ApplicationScoped
class OwnUnitTree implements UnitTree {
    private final DataSource database;

    OwnUnitTree(DataSource database) {
        this.database = database;
    }

    @Override
    public boolean isWithin(UUID unit, UUID root, @Nullable String line, LocalDate day) {
        return unit.equals(root)
                || new Query(
                                        "SELECT count(*) FROM unit_closure c WHERE c.descendant = ? AND c.ancestor = ? AND c.valid @> ?::date",
                                        unit,
                                        root,
                                        day)
                                .addIf(line, "AND c.line = ?")
                                .count(database)
                        > 0;
    }
}
