package vn.lantoa.recognition.scope;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.lantoa.access.Caller;
import vn.lantoa.access.Reach;
import vn.lantoa.access.UnitTree;
import vn.lantoa.knownunits.KnownUnits;
import vn.lantoa.knownunits.Reachable;
import vn.lantoa.rest.Today;
import vn.lantoa.sql.Query;

/**
 * Who is responsible for a unit is responsible for what it left behind: a unit that ended is covered where it stood on its
 * last day, and through its heir; where nobody has all of its work, through each of its successors.
 */
@ApplicationScoped
public class Scope {
    private final Caller caller;
    private final KnownUnits units;
    private final UnitTree tree;
    private final Today today;

    Scope(Caller caller, KnownUnits units, UnitTree tree, Today today) {
        this.caller = caller;
        this.units = units;
        this.tree = tree;
        this.today = today;
    }

    public boolean covers(String permission, UUID unit) {
        return caller.may(permission, unit) || coveredWhereItEnded(permission, unit);
    }

    /** By a grant at the unit or above it, however far the role lets the permission reach. */
    public boolean coversByGrant(String permission, UUID unit) {
        var reach = caller.reachOfGrants(permission);
        return reach.everywhere()
                || !tree.everWithin(Set.of(unit), reach.roots(), today.day()).isEmpty();
    }

    /**
     * Adds which awards the caller may read, given as {@code a}: of persons what is not published (the Party's commendations)
     * only by a grant that covers their unit.
     */
    public Query restrictAwards(Query query) {
        var reach = caller.reach("award.read");
        Reachable.restrict(query, reach, "a.unit", today.day());
        var grants = caller.reachOfGrants("award.read");
        if (reach.everywhere() && !grants.everywhere()) {
            query.add("AND (a.person IS NULL OR a.published OR (true");
            Reachable.restrict(query, grants, "a.unit", today.day()).add("))");
        }
        return query;
    }

    /** @throws vn.lantoa.problems.Forbidden 403 {@code outside-your-units} */
    public void require(String permission, UUID unit) {
        if (caller.may(permission, unit) || !coveredWhereItEnded(permission, unit)) {
            caller.require(permission, unit);
        } else {
            var day = today.day();
            caller.requireWhere(permission, root -> coversWhatEnded(List.of(root), unit, day));
        }
    }

    private boolean coveredWhereItEnded(String permission, UUID unit) {
        var day = today.day();
        if (units.find(unit, day)
                .filter(known -> known.validTo() != null && !known.existing())
                .isEmpty()) {
            return false;
        }
        return coversWhatEnded(caller.reach(permission).roots(), unit, day);
    }

    private boolean coversWhatEnded(List<Reach.Root> roots, UUID unit, LocalDate day) {
        return !tree.everWithin(Set.of(unit), roots, day).isEmpty()
                || (units.heirOn(unit, day).isEmpty()
                        && units.successorsOn(unit, day).stream()
                                .anyMatch(successor -> roots.stream()
                                        .anyMatch(
                                                root -> tree.isWithin(successor.id(), root.unit(), root.line(), day))));
    }
}
