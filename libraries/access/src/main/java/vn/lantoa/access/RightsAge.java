package vn.lantoa.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import vn.lantoa.problems.Unavailable;

/** How old rights may be. Where they are written with the originals they are never old. */
@ApplicationScoped
class RightsAge {
    private static final int RETRY_AFTER_SECONDS = 5;

    /** By a change of rights that is parked, rights grow old until it is replayed. */
    private static final Set<String> MENDING = Set.of("dead-letter.read", "dead-letter.replay");

    private final AccessConfig config;
    private final Clock clock;

    RightsAge(AccessConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** @throws Unavailable 503 {@code rights-stale} when too old for any act, and for reading one's own */
    void requireUsable(HeldRights rights) {
        require(rights, config.maxAgeForOtherActs());
    }

    /** The same for what the permission is for, unless it mends what made them old. */
    void requireUsable(HeldRights rights, String permission) {
        if (!MENDING.contains(permission)) {
            requireUsable(rights);
        }
    }

    /** @throws Unavailable 503 {@code rights-stale} when too old for voting, signing and opening sealed data */
    void requireFresh(HeldRights rights) {
        require(rights, config.maxAge());
    }

    private void require(HeldRights rights, Duration age) {
        if (config.replica() == AccessConfig.Source.EVENTS && !rights.confirmedWithin(age, clock.instant())) {
            throw new Unavailable("rights-stale", RETRY_AFTER_SECONDS);
        }
    }
}
