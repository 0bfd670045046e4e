package vn.lantoa.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What waits for the relay. */
record OutboxRow(
        long id,
        UUID eventId,
        String type,
        String topic,
        UUID subject,
        long aggregateVersion,
        String payload,
        String contentType,
        boolean announcement,
        @Nullable String traceparent,
        @Nullable UUID causationId,
        Instant occurredAt) {

    OutboxRow withTraceparent(String other) {
        return new OutboxRow(
                id,
                eventId,
                type,
                topic,
                subject,
                aggregateVersion,
                payload,
                contentType,
                announcement,
                other,
                causationId,
                occurredAt);
    }
}
