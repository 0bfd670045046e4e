package vn.lantoa.outbox;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A dead letter without its content. */
public record DeadLetterView(
        @Schema(examples = "17") long id,

        @Schema(description = "What could not apply it", examples = "known-units")
        String handler,

        @Schema(examples = "lantoa.units.unit") String topic,
        int partition,
        long offset,

        @Schema(description = "CloudEvents type, where it bears one", examples = "vn.lantoa.units.unit.ended.v1")
        @Nullable
        String type,

        @Schema(description = "Id of the aggregate, where it bears one") @Nullable
        String subject,

        @Schema(examples = "IllegalArgumentException: …") String reason,
        Instant parkedAt,

        @Schema(description = "Absent while it waits") @Nullable
        Instant replayedAt) {

    static DeadLetterView of(DeadLetter letter) {
        return new DeadLetterView(
                letter.id(),
                letter.handler(),
                letter.topic(),
                letter.partition(),
                letter.offset(),
                letter.type(),
                letter.subject(),
                letter.reason(),
                letter.parkedAt(),
                letter.replayedAt());
    }
}
