package vn.lantoa.access;

import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.time.LocalDate;
import vn.lantoa.outbox.FeedScope;
import vn.lantoa.sql.Query;

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
    public Query units() {
        return tree.everWithin(caller.reach(PERMISSION).roots(), LocalDate.now(clock));
    }
}
