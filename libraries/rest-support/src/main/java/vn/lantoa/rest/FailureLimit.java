package vn.lantoa.rest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * How often one client (an address) may fail to say who it is before it is told to wait. Only what fails is counted and
 * refused: behind the one address of an office, valid tokens go on.
 */
@ConfigMapping(prefix = "lantoa.failure-limit")
public interface FailureLimit {
    /** Failures at once. */
    @WithDefault("60")
    int burst();

    /** Failures per minute in the long run. */
    @WithDefault("60")
    int perMinute();

    /** Clients that are told apart; the one not seen for longest is forgotten first. */
    @WithDefault("10000")
    int clients();
}
