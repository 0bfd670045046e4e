package vn.lantoa.units.unit;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a unit is among the hits of a text that its name of the day does not hold. */
@Schema(description = "Why a unit is a hit although its name does not hold the text")
public record FoundBy(
        @Schema(
                description = "FORMER_NAME (also a later one), CODE, or PREDECESSOR: a unit that became part of it",
                examples = "PREDECESSOR")
        String what,

        @Schema(description = "The name or code that holds the text", examples = "Xã Quang Trọng")
        String text,

        @Schema(description = "The unit that bore it") UUID unit) {
    static @Nullable FoundBy of(@Nullable String what, @Nullable String text, @Nullable UUID unit) {
        return what == null || text == null || unit == null ? null : new FoundBy(what, text, unit);
    }
}
