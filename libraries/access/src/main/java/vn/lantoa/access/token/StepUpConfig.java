package vn.lantoa.access.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** How strong and how fresh a log-in must be for what carries {@link vn.lantoa.access.StepUp}. */
@ConfigMapping(prefix = "lantoa.step-up")
interface StepUpConfig {
    /** Values of {@code acr} of which any will do, the one to ask for first. */
    @WithDefault("second-factor")
    List<String> acr();

    /** Longest time since {@code auth_time}. */
    @WithDefault("15m")
    Duration maxAge();
}
