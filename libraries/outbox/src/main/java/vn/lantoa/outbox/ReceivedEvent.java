package vn.lantoa.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/** An event as it came from a topic, decrypted. */
public record ReceivedEvent(
        UUID id,
        String type,
        String source,
        UUID subject,
        long aggregateVersion,
        Instant time,
        boolean announcement,
        String topic,
        JsonNode change,
        JsonNode state) {

    /** The state as the contract's record; fields that it does not know yet are ignored. */
    public <T> T stateAs(Class<T> contract) {
        return EventJson.read(state, contract);
    }

    /** The change as the contract's record; fields that it does not know yet are ignored. */
    public <T> T changeAs(Class<T> contract) {
        return EventJson.read(change, contract);
    }

    /** Whether this says more than what is held at {@code version}: newer, or an announcement that is not older. */
    public boolean appliesOver(long version) {
        return announcement ? aggregateVersion >= version : aggregateVersion > version;
    }
}
