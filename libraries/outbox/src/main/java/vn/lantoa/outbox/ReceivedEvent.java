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
        JsonNode state) {}
