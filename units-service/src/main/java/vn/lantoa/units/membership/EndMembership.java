package vn.lantoa.units.membership;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.units.unit.Codes;

/** Ends a membership on a day. */
@Schema(description = "The day on which the person no longer belongs there")
public record EndMembership(
        @Schema(description = "Exclusive: the day after the last", examples = "2026-01-01") @NotNull
        LocalDate validTo,

        @Schema(description = "Why, as a code", examples = "RETIRED") @Nullable @Pattern(regexp = Codes.CODE)
        String reason) {}
