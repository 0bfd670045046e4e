package vn.lantoa.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import vn.lantoa.problems.Unavailable;

/** How old rights may be. Where they are written with the originals they are never old. */
@ApplicationScoped
class RightsAge {
    private static final int RETRY_AFTER_SECONDS = 5;

    private final AccessConfig config;
    private final Clock clock;

    RightsAge(AccessConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** @throws Unavailable 503 {@code rights-stale} when too old for any act */
    void requireUsable(HeldRights rights) {
        require(rights, config.maxAgeForOtherActs());
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
