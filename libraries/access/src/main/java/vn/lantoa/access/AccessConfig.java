package vn.lantoa.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Where rights come from and how old they may be. */
@ConfigMapping(prefix = "lantoa.access")
public interface AccessConfig {
    /** Whether rights are a replica fed by events, or written here with the originals (units-service). */
    @WithDefault("events")
    Source replica();

    /** Age of the replica up to which voting, signing and opening sealed data go on. */
    @WithDefault("60s")
    Duration maxAge();

    /** Age of the replica up to which every other act goes on. */
    @WithDefault("24h")
    Duration maxAgeForOtherActs();

    /** Where the tables are filled from. */
    enum Source {
        /** By the restricted topic. */
        EVENTS,
        /** By this service itself, in the transaction of the change. */
        LOCAL
    }
}
