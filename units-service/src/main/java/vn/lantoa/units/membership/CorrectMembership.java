package vn.lantoa.units.membership;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.units.unit.Codes;

/** What can be mended in a membership (merge patch): a recording error, not a change of unit in life. */
@Schema(description = "Merge patch of a recording error")
public record CorrectMembership(
        @NotNull UUID unit,

        @Schema(examples = "2025-07-01") @Nullable LocalDate validFrom,

        @Schema(description = "Exclusive: the day after the last") @Nullable
        LocalDate validTo,

        @Schema(examples = "RECRUITED") @Nullable @Pattern(regexp = Codes.CODE)
        String reason,

        @Schema(examples = "Quyết định 15/QĐ-SNV") @Nullable @Size(min = 1, max = 300)
        String document) {}
