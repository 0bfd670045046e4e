package vn.lantoa.units.unit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether the caller may do something, and why not. */
public record AllowedAction(
        @Schema(examples = "unit.correct") String action,
        boolean allowed,

        @Schema(description = "Code of the reason when not allowed", examples = "outside-your-units") @Nullable
        String reason) {}
