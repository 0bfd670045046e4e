package vn.lantoa.units.unit;

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
                || Query.of(
                                        "SELECT count(*) FROM unit_closure c WHERE c.descendant = ? AND c.ancestor = ? AND c.valid @> ?::date",
                                        unit,
                                        root,
                                        day)
                                .addIf(line, "AND c.line = ?")
                                .count(database)
                        > 0;
    }

    @Override
    public Set<UUID> everWithin(Set<UUID> units, List<Reach.Root> roots, LocalDate day) {
        var query = Query.of("SELECT u.id FROM unit u WHERE u.id = ANY (?)", (Object) units.toArray(UUID[]::new));
        return new HashSet<>(restrict(query, roots, day).list(database, row -> row.id("id")));
    }

    @Override
    public Query everWithin(List<Reach.Root> roots, LocalDate day) {
        var units = roots(roots);
        return restrict(Query.of("""
                        SELECT u.id FROM unit u
                        WHERE u.id IN (SELECT unnest(?::uuid[])
                                       UNION SELECT c.descendant FROM unit_closure c WHERE c.ancestor = ANY (?))""", units, units), roots, day);
    }

    /** {@code greatest} and {@code least} pass over what is open. */
    private static Query restrict(Query units, List<Reach.Root> roots, LocalDate day) {
        var lines = roots.stream().map(Reach.Root::line).toArray(String[]::new);
        return units.add("""
                AND (u.id = ANY (?) OR EXISTS (
                    SELECT FROM unit_closure c
                    JOIN unnest(?::uuid[], ?::text[]) AS root (unit, line)
                      ON c.ancestor = root.unit AND (root.line IS NULL OR root.line = c.line)
                    WHERE c.descendant = u.id
                      AND c.valid @> least(greatest(?::date, u.valid_from), u.valid_to - 1)))""", roots(roots), roots(roots), lines, day);
    }

    private static UUID[] roots(List<Reach.Root> roots) {
        return roots.stream().map(Reach.Root::unit).toArray(UUID[]::new);
    }
}
