package vn.lantoa.units.relation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.units.unit.Codes;

/** What a unit is to another in a period. */
@Schema(description = "What a unit is to another in a period")
public record RelateUnit(
        @Schema(description = "UUIDv7; made by the service unless given") @Nullable
        UUID id,

        @Schema(description = "Code list relation-kinds", examples = "SERVES") @NotNull @Pattern(regexp = Codes.CODE)
        String kind,

        @Schema(description = "The unit that is served, or the area that is covered") @NotNull
        UUID target,

        @Schema(description = "As long as both exist when absent", examples = "2025-07-01") @Nullable
        LocalDate validFrom,

        @Schema(description = "Exclusive: the day after the last") @Nullable
        LocalDate validTo) {}
