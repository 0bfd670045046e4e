package vn.lantoa.units.bulk;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Reach;
import vn.lantoa.sql.Query;

/** What lies within a reach, asked for many units in one statement. */
final class Reaches {
    /** For what is narrowed otherwise. */
    static final Reach EVERYWHERE = new Reach(true, List.of());

    private Reaches() {}

    /** Those of the units that the reach covers on the day. */
    static Set<UUID> covered(DataSource database, Collection<UUID> units, Reach reach, LocalDate day) {
        if (reach.everywhere() || units.isEmpty()) {
            return Set.copyOf(units);
        }
        var query = Query.of("SELECT u.id FROM unnest(?) AS u (id)", (Object) units.toArray(UUID[]::new));
        within(query.add("WHERE true"), "u.id", reach, null, day);
        return new HashSet<>(query.list(database, row -> row.id("id")));
    }

    /** Adds a condition: the unit lies within the reach, and within the one subtree if that is asked for. */
    static void within(Query query, String unit, Reach reach, @Nullable UUID subtree, LocalDate day) {
        if (!reach.everywhere()) {
            query.add("AND (false");
            for (var root : reach.roots()) {
                query.add("OR");
                below(query, unit, root.unit(), root.line(), day);
            }
            query.add(")");
        }
        if (subtree != null) {
            query.add("AND");
            below(query, unit, subtree, null, day);
        }
    }

    private static void below(Query query, String unit, UUID root, @Nullable String line, LocalDate day) {
        query.add(
                        "(" + unit + " = ? OR EXISTS (SELECT FROM unit_closure c WHERE c.descendant = " + unit
                                + " AND c.ancestor = ? AND c.valid @> ?::date",
                        root,
                        root,
                        day)
                .addIf(line, "AND c.line = ?")
                .add("))");
    }
}
