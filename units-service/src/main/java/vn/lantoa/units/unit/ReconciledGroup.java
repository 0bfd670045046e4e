package vn.lantoa.units.unit;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Units of an earlier day and what they are on a later one: the smallest group whose figures are the same whole on both
 * days, however they are shared out inside.
 */
@Schema(
        description =
                "Units of two days that are the same whole: figures counted over `before` and over `after` reconcile")
public record ReconciledGroup(
        @Schema(description = "Those of the earlier day; empty when what began has no predecessor")
        List<GroupUnit> before,

        @Schema(description = "Those of the later day; empty when nothing succeeded")
        List<GroupUnit> after,

        @Schema(description = "Which of the earlier units is in which of the later ones")
        List<GroupPart> parts) {
    /** A unit as it was called on the day. */
    public record GroupUnit(
            UUID unit,
            @Schema(examples = "Xã Quang Trọng") String name,
            @Schema(examples = "COMMUNE") String kind) {}

    /** How much of an earlier unit is in a later one. */
    public record GroupPart(
            UUID from,
            UUID to,
            @Schema(examples = "PART") String portion,

            @Schema(description = "Absent where no document says so", examples = "2/5") @Nullable
            String share) {}
}
