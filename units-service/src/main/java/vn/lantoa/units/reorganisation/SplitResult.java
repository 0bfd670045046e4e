package vn.lantoa.units.reorganisation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What receives a part of a unit that is split: one that begins, or one that exists or begins by the same document. */
@Schema(description = "Who receives a part: a new `unit`, or an `existing` one (also one that the same document makes)")
public record SplitResult(
        @Nullable @Valid NewUnit unit,
        @Nullable UUID existing,

        @Schema(
                description = "Its share of the unit that is split, as a fraction; given for all results or none",
                examples = "2/5")
        @Nullable
        @Pattern(regexp = Share.PATTERN)
        String share) {
    SplitResult identified() {
        return unit == null ? this : new SplitResult(unit.identified(), existing, share);
    }

    /** Once drafted: the unit that receives, if the operation names exactly one. */
    @Nullable
    UUID target() {
        if (unit != null) {
            return existing == null ? unit.requireId() : null;
        }
        return existing;
    }
}
