package vn.lantoa.knownunits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The replica of units and persons. */
@ConfigMapping(prefix = "lantoa.known-units")
public interface KnownUnitsConfig {
    /** Whether this service keeps the replica; units-service, which owns the originals, does not. */
    @WithDefault("false")
    boolean enabled();
}
