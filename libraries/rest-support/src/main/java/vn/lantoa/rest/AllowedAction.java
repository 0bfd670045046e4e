package vn.lantoa.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.problems.DomainException;

/** Whether the caller may do something now, and why not. */
public record AllowedAction(
        @Schema(examples = "launch") String action,
        boolean allowed,

        @Schema(description = "Problem code of the refusal when not allowed", examples = "outside-your-units") @Nullable
        String reason) {

    /** Tries the rules of an act; they change nothing. */
    public static AllowedAction check(String action, Runnable rules) {
        try {
            rules.run();
            return new AllowedAction(action, true, null);
        } catch (DomainException refusal) {
            return new AllowedAction(action, false, refusal.code());
        }
    }
}
