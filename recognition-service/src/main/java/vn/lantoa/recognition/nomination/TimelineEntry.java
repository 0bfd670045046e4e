package vn.lantoa.recognition.nomination;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One step in the life of a nomination. */
public record TimelineEntry(
        int number,
        @Schema(examples = "return") String act,
        NominationStatus status,
        UUID by,
        Instant at,
        @Nullable String legalRef,
        @Nullable String reason) {}
