package vn.lantoa.workingdays;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The replica of calendars. */
@ConfigMapping(prefix = "lantoa.working-days")
public interface WorkingDaysConfig {
    /** Whether this service keeps the replica; units-service, which owns the calendars, does not. */
    @WithDefault("false")
    boolean enabled();
}
