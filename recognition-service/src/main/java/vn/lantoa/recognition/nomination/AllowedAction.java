package vn.lantoa.recognition.nomination;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An act, whether the caller may do it now, and why not. */
public record AllowedAction(
        @Schema(examples = "accept") String action,
        boolean allowed,

        @Nullable @Schema(description = "Problem code of the refusal", examples = "duty-excluded")
        String reason) {}
