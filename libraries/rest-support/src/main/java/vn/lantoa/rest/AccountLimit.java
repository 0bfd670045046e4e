package vn.lantoa.rest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How often one account may ask, whatever it asks for: far more than work needs, and less than would stop others. */
@ConfigMapping(prefix = "lantoa.account-limit")
public interface AccountLimit {
    /** Requests at once. */
    @WithDefault("1000")
    int burst();

    /** Requests per minute in the long run. */
    @WithDefault("6000")
    int perMinute();

    /** Accounts that are told apart; the one not seen for longest is forgotten first. */
    @WithDefault("20000")
    int clients();
}
