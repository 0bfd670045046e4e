package vn.lantoa.units.unit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A row of a list of units as of a day. */
@Schema(description = "A unit in a list")
public record UnitSummary(
        UUID id,
        @Schema(examples = "Xã Minh Khai") String name,
        @Nullable String shortName,
        @Schema(examples = "COMMUNE") String kind,
        @Schema(examples = "STATE") String sector,

        @Schema(description = "Administrative code on that day", examples = "01795") @Nullable
        String code,

        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String remark,

        @Schema(description = "Line of the relation, in lists of a unit's neighbours") @Nullable
        String line,

        @Schema(description = "Steps between the two, in lists of a unit's neighbours") @Nullable
        Integer depth,

        @Schema(description = "In a search: why it is a hit, where its name of the day does not hold the text")
        @Nullable
        FoundBy foundBy,

        long version,
        Instant updatedAt) {}
