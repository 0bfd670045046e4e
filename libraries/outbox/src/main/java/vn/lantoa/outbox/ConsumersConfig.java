package vn.lantoa.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How events of others are taken in. */
@ConfigMapping(prefix = "lantoa.consumers")
public interface ConsumersConfig {
    /** Whether this process consumes at all. */
    @WithDefault("true")
    boolean enabled();

    /** Records in one poll, and so in one transaction. */
    @WithDefault("500")
    int batch();

    /** How often an event that cannot be applied is tried before it becomes a dead letter. */
    @WithDefault("3")
    int tries();

    /** Pause before the second try; doubles. */
    @WithDefault("PT0.1S")
    Duration retryPause();

    /** Longest pause between tries while the database or Kafka is away; those are never given up. */
    @WithDefault("PT5S")
    Duration longestPause();
}
