package vn.lantoa.units.unit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a correction can mend in the current version (merge patch): a recording error, not a renaming by law. */
@Schema(description = "Merge patch of a recording error in the current version")
public record CorrectUnit(
        @Schema(examples = "Xã Phong Nặm") @NotBlank @Size(max = 300)
        String name,

        @Nullable @Size(min = 1, max = 100) String shortName,
        @NotNull @Pattern(regexp = Codes.CODE) String kind,
        @NotNull @Pattern(regexp = Codes.CODE) String sector,
        @Nullable @Size(min = 1, max = 1000) String remark,

        @Schema(description = "Why it began") @Nullable @Valid
        Grounds begin,

        @Schema(description = "Why it ended") @Nullable @Valid
        Grounds end) {}
