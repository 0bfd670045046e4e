package vn.lantoa.access;

import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import vn.lantoa.outbox.FeedScope;

/** The feed shows what {@code event.read} covers; units that have ended, where they stood last. */
@RequestScoped
class CallerFeedScope implements FeedScope {
    private static final String PERMISSION = "event.read";

    private final Caller caller;
    private final UnitTree tree;
    private final Clock clock;

    CallerFeedScope(Caller caller, UnitTree tree, Clock clock) {
        this.caller = caller;
        this.tree = tree;
        this.clock = clock;
    }

    @Override
    public boolean everywhere() {
        return caller.reach(PERMISSION).everywhere();
    }

    @Override
    public Set<UUID> covered(Set<UUID> units) {
        Reach reach = caller.reach(PERMISSION);
        if (reach.everywhere()) {
            return units;
        }
        return units.isEmpty() || reach.roots().isEmpty()
                ? Set.of()
                : tree.everWithin(units, reach.roots(), LocalDate.now(clock));
    }
}
