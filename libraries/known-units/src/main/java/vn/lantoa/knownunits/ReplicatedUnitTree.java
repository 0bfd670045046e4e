package vn.lantoa.knownunits;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Reach;
import vn.lantoa.access.UnitTree;
import vn.lantoa.sql.Query;

/** The tree that rights are checked against, unless the service brings its own: units-service asks the originals. */
@ApplicationScoped
@DefaultBean
class ReplicatedUnitTree implements UnitTree {
    private final KnownUnits units;
    private final DataSource database;

    ReplicatedUnitTree(KnownUnits units, DataSource database) {
        this.units = units;
        this.database = database;
    }

    @Override
    public boolean isWithin(UUID unit, UUID root, @Nullable String line, LocalDate day) {
        return units.isWithin(unit, root, line, day);
    }

    @Override
    public Set<UUID> everWithin(Set<UUID> asked, List<Reach.Root> roots, LocalDate day) {
        var units = Query.of(
                "SELECT a.id FROM unnest(?::uuid[]) AS a (id) WHERE true", (Object) asked.toArray(UUID[]::new));
        return new HashSet<>(
                Reachable.restrict(units, new Reach(false, roots), "a.id", day).list(database, row -> row.id("id")));
    }
}
