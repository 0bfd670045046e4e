package vn.lantoa.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the outbox travels to Kafka. */
@ConfigMapping(prefix = "lantoa.relay")
public interface RelayConfig {
    /** Whether this process takes part in relaying at all. */
    @WithDefault("true")
    boolean enabled();

    /** Rows in one batch. */
    @WithDefault("1000")
    int batchRows();

    /** Payload bytes in one batch (at least one row is always sent). */
    @WithDefault("8000000")
    int batchBytes();

    /**
     * Pause after a batch that took everything: what is written meanwhile goes together. It bounds what the relay costs
     * under load and adds nothing for the first event after silence.
     */
    @WithDefault("PT0.004S")
    Duration gather();

    /** Pause between looks while rows were found within {@link #busyFor}. */
    @WithDefault("PT0.01S")
    Duration busyPause();

    @WithDefault("PT2S")
    Duration busyFor();

    /** Longest pause between looks when idle. */
    @WithDefault("PT0.25S")
    Duration idlePause();

    /** The database ends the session of a relay that says nothing for this long; another then takes over. */
    @WithDefault("PT3.5S")
    Duration sessionTimeout();

    /** How often one that waits for its turn asks. */
    @WithDefault("PT0.5S")
    Duration standbyPause();

    /** How often the relay of units-service tells on the restricted topic that everything before has been sent. */
    @WithDefault("PT5S")
    Duration heartbeat();
}
