package vn.lantoa.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a service announces about one aggregate: what happened, and the whole public state after it, so that a consumer
 * that joins late or missed something is right after one message. Implementations carry a {@link Contract}.
 */
public interface DomainEvent {
    /** The aggregate's id: subject of the CloudEvent and key of the Kafka record. */
    UUID subject();

    /** What happened, by which act, effective when. */
    Object change();

    /** The whole public state after the change. */
    Object state();

    /** The unit whose readers may see this event in the feed; null when only province-wide readers may. */
    default @Nullable UUID scopeUnit() {
        return null;
    }
}
