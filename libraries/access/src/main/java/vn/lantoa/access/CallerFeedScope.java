package vn.lantoa.access;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import vn.lantoa.outbox.FeedScope;

/** The feed shows what {@code event.read} covers. */
@RequestScoped
class CallerFeedScope implements FeedScope {
    private static final String PERMISSION = "event.read";

    private final Caller caller;

    CallerFeedScope(Caller caller) {
        this.caller = caller;
    }

    @Override
    public boolean everywhere() {
        return caller.reach(PERMISSION).everywhere();
    }

    @Override
    public boolean covers(UUID unit) {
        return caller.may(PERMISSION, unit);
    }
}
