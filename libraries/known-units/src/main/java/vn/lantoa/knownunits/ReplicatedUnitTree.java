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

/** The tree that rights are checked against, unless the service brings its own: units-service asks the originals. */
@ApplicationScoped
@DefaultBean
class ReplicatedUnitTree implements UnitTree {
    /** greatest and least pass over what is open. */
    private static final String EVER_WITHIN = """
            SELECT u.id
            FROM known_unit u
            WHERE u.id = ANY (?)
              AND (u.id = ANY (?) OR EXISTS (
                  SELECT FROM known_unit_closure c
                  JOIN unnest(?::uuid[], ?::text[]) AS root (unit, line)
                    ON c.ancestor = root.unit AND (root.line IS NULL OR root.line = c.line)
                  WHERE c.descendant = u.id
                    AND c.valid @> least(greatest(?::date, u.valid_from), u.valid_to - 1)))
            """;

    private final KnownUnits units;
    private final Query query;

    ReplicatedUnitTree(KnownUnits units, DataSource dataSource) {
        this.units = units;
        this.query = new Query(dataSource);
    }

    @Override
    public boolean isWithin(UUID unit, UUID root, @Nullable String line, LocalDate day) {
        return units.isWithin(unit, root, line, day);
    }

    @Override
    public Set<UUID> everWithin(Set<UUID> asked, List<Reach.Root> roots, LocalDate day) {
        var rootUnits = roots.stream().map(Reach.Root::unit).toArray(UUID[]::new);
        var lines = roots.stream().map(Reach.Root::line).toArray(String[]::new);
        return new HashSet<>(query.list(
                EVER_WITHIN,
                row -> row.getObject(1, UUID.class),
                asked.toArray(UUID[]::new),
                rootUnits,
                rootUnits,
                lines,
                day));
    }
}
