package vn.lantoa.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A record that a handler could not apply: where it stands in Kafka and why. Its content is not shown. */
public record DeadLetter(
        long id,
        String handler,
        String topic,
        int partition,
        long offset,
        @Nullable String type,
        @Nullable String subject,
        String reason,
        Instant parkedAt,
        @Nullable Instant replayedAt) {}
