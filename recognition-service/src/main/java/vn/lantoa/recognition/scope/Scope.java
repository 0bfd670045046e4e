package vn.lantoa.recognition.scope;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import vn.lantoa.access.Caller;
import vn.lantoa.knownunits.KnownUnits;
import vn.lantoa.recognition.time.Today;

/**
 * Who is responsible for a unit is responsible for what it left behind: a unit that ended is covered where it stood on its
 * last day, and through its successors.
 */
@ApplicationScoped
public class Scope {
    private final Caller caller;
    private final KnownUnits units;
    private final Today today;

    Scope(Caller caller, KnownUnits units, Today today) {
        this.caller = caller;
        this.units = units;
        this.today = today;
    }

    public boolean covers(String permission, UUID unit) {
        return caller.may(permission, unit) || coveredWhereItEnded(permission, unit);
    }

    /** @throws vn.lantoa.problems.Forbidden 403 {@code outside-your-units} */
    public void require(String permission, UUID unit) {
        if (!covers(permission, unit)) {
            caller.require(permission, unit);
        }
    }

    private boolean coveredWhereItEnded(String permission, UUID unit) {
        var end = units.find(unit, today.day())
                .filter(known -> !known.existing())
                .map(KnownUnits.KnownUnit::validTo)
                .orElse(null);
        if (end == null) {
            return false;
        }
        return caller.reach(permission).roots().stream()
                        .anyMatch(root -> units.isWithin(unit, root.unit(), root.line(), end.minusDays(1)))
                || units.successorsOn(unit, today.day()).stream()
                        .anyMatch(successor -> caller.may(permission, successor.id()));
    }
}
