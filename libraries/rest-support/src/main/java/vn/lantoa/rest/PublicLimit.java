package vn.lantoa.rest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How often one client (an address) may ask for what needs no login. */
@ConfigMapping(prefix = "lantoa.public-limit")
public interface PublicLimit {
    /** Requests at once. */
    @WithDefault("60")
    int burst();

    /** Requests per minute in the long run. */
    @WithDefault("120")
    int perMinute();

    /** Clients that are told apart; the one not seen for longest is forgotten first. */
    @WithDefault("10000")
    int clients();
}
