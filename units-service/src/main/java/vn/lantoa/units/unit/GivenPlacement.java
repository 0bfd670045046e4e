package vn.lantoa.units.unit;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A place on a line as a client gives it. Without a parent the unit is the root of the line. */
@Schema(description = "Where a unit stands on a line in a period")
public record GivenPlacement(
        @Schema(examples = "ADMINISTRATIVE") @NotNull @Pattern(regexp = Codes.CODE)
        String line,

        @Schema(description = "The unit above; without one this unit is the root of the line") @Nullable
        UUID parent,

        @Schema(examples = "2025-07-01") @Nullable LocalDate validFrom,

        @Schema(description = "Exclusive: the day after the last") @Nullable
        LocalDate validTo) {}
