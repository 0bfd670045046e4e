package vn.lantoa.access;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody saw this service as a person sees it. */
@Schema(description = "Somebody viewed as the caller, for one request")
public record ViewOfMe(
        @Schema(description = "Of the entry of the audit trail")
        UUID id,

        @Schema(description = "The person who viewed") @Nullable
        UUID viewer,

        @Schema(examples = "GET") String method,

        @Schema(description = "Without its query", examples = "/campaigns")
        String path,

        Instant at,

        @Schema(description = "X-Request-Id of its answer") @Nullable
        UUID requestId) {}
