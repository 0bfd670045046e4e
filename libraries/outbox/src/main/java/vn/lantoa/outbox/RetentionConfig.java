package vn.lantoa.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long is kept what no longer has a use. The job looks every {@code lantoa.retention.every} (1 h). */
@ConfigMapping(prefix = "lantoa.retention")
public interface RetentionConfig {
    /**
     * Ids of applied events. Kafka may bring one again only within days; a topic read from its beginning is harmless
     * later too, because handlers ignore what is not newer than what they hold.
     */
    @WithDefault("P90D")
    Duration inbox();

    /** Dead letters, from their replay on. Those not replayed stay. */
    @WithDefault("P365D")
    Duration replayedDeadLetters();
}
