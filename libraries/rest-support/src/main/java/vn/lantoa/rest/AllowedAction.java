package vn.lantoa.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.problems.DomainException;

/** Whether the caller may do something now, and why not. */
public record AllowedAction(
        @Schema(examples = "launch") String action,
        boolean allowed,

        @Schema(description = "Problem code of the refusal when not allowed", examples = "outside-your-units") @Nullable
        String reason,

        @Schema(description = "The refusal in words") @Nullable
        ReasonText text,

        @Schema(
                description = "The article that refuses, where a rule of law does",
                examples = "Luật 06/2022/QH15, Điều 5")
        @Nullable
        String legalRef) {

    /** Nothing stands in the way. */
    public static AllowedAction granted(String action) {
        return new AllowedAction(action, true, null, null, null);
    }

    /** Refused for a reason that is no exception. */
    public static AllowedAction refused(String action, String reason, Object... args) {
        return new AllowedAction(action, false, reason, ReasonText.of(reason, args), null);
    }

    /** Tries the rules of an act; they change nothing. */
    public static AllowedAction check(String action, Runnable rules) {
        try {
            rules.run();
            return granted(action);
        } catch (DomainException refusal) {
            return new AllowedAction(
                    action,
                    false,
                    refusal.code(),
                    ReasonText.ofProblem(refusal.code(), refusal.args()),
                    refusal.legalRef().orElse(null));
        }
    }
}
