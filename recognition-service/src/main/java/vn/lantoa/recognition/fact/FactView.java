package vn.lantoa.recognition.fact;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A fact as recorded; {@code supersededBy} is set once another one corrects it. */
public record FactView(
        UUID id,
        @Schema(examples = "RATING") String kind,
        UUID unit,
        @Nullable UUID person,
        @Nullable Integer year,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,

        @Schema(description = "What the kind says: `rating`; `title`, `scope`; `form`; `reason`; `members`, `counts`")
        JsonNode content,

        String sourceDocument,
        @Nullable LocalDate sourceDate,
        @Nullable UUID supersedes,
        @Nullable UUID supersededBy,
        UUID recordedBy,
        Instant recordedAt) {}
