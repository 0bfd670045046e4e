package vn.lantoa.campaigns.names;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One entry of a timeline: what was done, when, by whom, and why where a reason was given. */
public record ActView(
        @Schema(examples = "launch") String act,
        Instant at,
        @Nullable PersonRef by,
        @Nullable String reason) {}
