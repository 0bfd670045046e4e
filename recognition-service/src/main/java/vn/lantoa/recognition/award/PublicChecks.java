package vn.lantoa.recognition.award;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How often one client may ask the public pages. */
@ConfigMapping(prefix = "lantoa.public-checks")
public interface PublicChecks {
    /** Requests at once. */
    @WithDefault("20")
    int burst();

    /** Requests per minute in the long run. */
    @WithDefault("30")
    int perMinute();
}
