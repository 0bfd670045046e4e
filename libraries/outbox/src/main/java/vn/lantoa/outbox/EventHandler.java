package vn.lantoa.outbox;

import java.util.Set;
import vn.lantoa.events.Topic;

/**
 * A CDI bean that applies events to this service's database. Each handler has its own consumer group
 * ({@code <service>.<name>}). A poll batch is one transaction; events already seen by this handler (inbox) are skipped
 * before {@link #apply}; a handler must itself ignore what is not newer than the aggregate version it holds (an
 * announcement applies when not older). What it throws is retried one event at a time and then goes to dead letters.
 */
public interface EventHandler {
    /** Stable name: part of the consumer group and of the inbox key. */
    String name();

    /** What it listens to. */
    Set<Topic> topics();

    /** Whether this service wants it at all; asked once, at the start. */
    default boolean active() {
        return true;
    }

    /** Applies one event inside the batch's transaction. Unknown types are ignored. */
    void apply(ReceivedEvent event);

    /** Called once after the last event of a batch, inside the same transaction: derived data such as closures. */
    default void batchApplied() {}

    /** A heartbeat of the restricted topic: everything committed by the owner before {@code at} has been applied here. */
    default void heartbeat(java.time.Instant at) {}
}
