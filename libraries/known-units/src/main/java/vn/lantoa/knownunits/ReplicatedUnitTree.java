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
    private static final String REACHED = """
            SELECT EXISTS (
                SELECT FROM known_unit_reach
                WHERE descendant = ? AND ancestor = ? AND valid @> ?::date AND (?::text IS NULL OR line = ?)) AS reached
            """;

    private final DataSource database;

    ReplicatedUnitTree(DataSource database) {
        this.database = database;
    }

    /** A unit that ended and has one heir is where the heir is: whoever is responsible there goes on with its work. */
    @Override
    public boolean isWithin(UUID unit, UUID root, @Nullable String line, LocalDate day) {
        return Query.of(REACHED, unit, root, day, line, line)
                .list(database, row -> row.flag("reached"))
                .contains(true);
    }

    @Override
    public Set<UUID> everWithin(Set<UUID> asked, List<Reach.Root> roots, LocalDate day) {
        var units = Query.of(
                "SELECT a.id FROM unnest(?::uuid[]) AS a (id) WHERE true", (Object) asked.toArray(UUID[]::new));
        return new HashSet<>(
                Reachable.restrict(units, new Reach(false, roots), "a.id", day).list(database, row -> row.id("id")));
    }

    /** Candidates by the index of ancestors, on any line and any day; what decides is the condition of lists. */
    @Override
    public Query everWithin(List<Reach.Root> roots, LocalDate day) {
        var units = roots.stream().map(Reach.Root::unit).toArray(UUID[]::new);
        var candidates = Query.of("""
                SELECT c.id FROM (
                    SELECT unnest(?::uuid[]) AS id
                    UNION SELECT k.descendant FROM known_unit_closure k WHERE k.ancestor = ANY (?)
                    UNION SELECT h.unit FROM known_unit_closure k JOIN known_unit_heir h ON h.heir = k.descendant
                          WHERE k.ancestor = ANY (?)) AS c
                WHERE true""", units, units, units);
        return Reachable.restrict(candidates, new Reach(false, roots), "c.id", day);
    }
}
