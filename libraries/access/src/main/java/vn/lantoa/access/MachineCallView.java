package vn.lantoa.access;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that another system asked of this service. */
public record MachineCallView(
        UUID id,
        UUID client,

        @Schema(description = "Name of the system as it is known here", examples = "Trục liên thông văn bản tỉnh")
        @Nullable
        String name,

        Instant at,
        @Schema(examples = "GET") String method,

        @Schema(description = "Without its query", examples = "/units/0197a1b0-8100-7276-9f95-a3b4c5d6e701")
        String path,

        @Schema(description = "X-Request-Id of its answer") @Nullable
        UUID requestId) {}
