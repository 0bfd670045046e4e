package vn.lantoa.units.unit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Caller;
import vn.lantoa.rest.AllowedAction;
import vn.lantoa.rest.AllowedActions;

/** What the caller may do with a unit. */
@ApplicationScoped
class UnitActions {
    /** Acts that change a unit that has ended too, and those that need one that exists. */
    private static final List<String> ALWAYS =
            List.of("unit.read", "unit.correct", "unit.place", "unit.describe", "unit.relate");

    private static final List<String> WHILE_EXISTING = List.of(
            "unit.register",
            "post.assign",
            "membership.start",
            "transfer.propose",
            "role-grant.grant",
            "reorganisation.draft",
            "reorganisation.enact");

    private final Caller caller;

    UnitActions(Caller caller) {
        this.caller = caller;
    }

    AllowedActions on(UnitView unit) {
        return new AllowedActions(Stream.concat(
                        ALWAYS.stream().map(action -> answer(action, unit, null)),
                        WHILE_EXISTING.stream()
                                .map(action -> answer(action, unit, unit.existing() ? null : "unit-not-existing")))
                .toList());
    }

    private AllowedAction answer(String action, UnitView unit, @Nullable String obstacle) {
        var reach = caller.reach(action);
        if (!reach.everywhere() && reach.roots().isEmpty()) {
            return AllowedAction.refused(action, "permission-missing", action);
        }
        if (!caller.may(action, unit.id())) {
            return AllowedAction.refused(action, "outside-your-units", action);
        }
        return obstacle == null ? AllowedAction.granted(action) : AllowedAction.refused(action, obstacle);
    }
}
