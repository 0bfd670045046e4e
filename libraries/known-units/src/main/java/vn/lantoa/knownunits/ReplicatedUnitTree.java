package vn.lantoa.knownunits;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.UnitTree;

/** The tree that rights are checked against, unless the service brings its own: units-service asks the originals. */
@ApplicationScoped
@DefaultBean
class ReplicatedUnitTree implements UnitTree {
    private final KnownUnits units;

    ReplicatedUnitTree(KnownUnits units) {
        this.units = units;
    }

    @Override
    public boolean isWithin(UUID unit, UUID root, @Nullable String line, LocalDate day) {
        return units.isWithin(unit, root, line, day);
    }
}
