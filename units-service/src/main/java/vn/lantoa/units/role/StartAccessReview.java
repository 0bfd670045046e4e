package vn.lantoa.units.role;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Begins the look at the grants over a unit in this quarter. */
@Schema(description = "The unit whose grants are looked at")
public record StartAccessReview(
        @Schema(description = "UUIDv7; made by the service unless given") @Nullable
        UUID id,

        @Schema(description = "Grants over exactly this unit; without one those over the whole installation") @Nullable
        UUID unit,

        @Schema(description = "Until when; without one a month from today") @Nullable
        LocalDate dueOn) {}
