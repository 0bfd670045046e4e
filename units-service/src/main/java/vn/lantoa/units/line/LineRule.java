package vn.lantoa.units.line;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.units.unit.Codes;

/** Which kind may stand under which, from when to when, by which law. */
@Schema(description = "Units of the child kind may stand under units of the parent kind in the period")
public record LineRule(
        @Schema(description = "Code list unit-kinds; without one the kind may be the root", examples = "PROVINCE")
        @Nullable
        @Pattern(regexp = Codes.CODE)
        String parentKind,

        @Schema(description = "Code list unit-kinds", examples = "COMMUNE") @NotNull @Pattern(regexp = Codes.CODE)
        String childKind,

        @Schema(description = "Always when absent", examples = "2025-07-01") @Nullable
        LocalDate validFrom,

        @Schema(description = "Exclusive: the day after the last") @Nullable
        LocalDate validTo,

        @Schema(examples = "Luật 72/2025/QH15; Nghị quyết 203/2025/QH15") @Nullable @Size(min = 1, max = 300)
        String legalRef) {}
