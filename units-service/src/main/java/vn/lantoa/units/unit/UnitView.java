package vn.lantoa.units.unit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.rest.Versioned;

/** A unit as of a day. One that has ended (or not begun) by then is shown as it last (first) was. */
@Schema(description = "A unit as of a day")
public record UnitView(
        UUID id,
        @Schema(examples = "Phường Thục Phán") String name,
        @Schema(examples = "Thục Phán") @Nullable String shortName,
        @Schema(examples = "WARD") String kind,
        @Schema(examples = "STATE") String sector,
        @Schema(description = "The day of this picture") LocalDate asOf,

        @Schema(description = "Whether the unit exists on that day")
        boolean existing,

        @Nullable LocalDate validFrom,

        @Schema(description = "Exclusive: the day after the last") @Nullable
        LocalDate validTo,

        @Schema(description = "Why it began") @Nullable Grounds begin,
        @Schema(description = "Why it ended") @Nullable Grounds end,

        @Schema(description = "Codes borne on that day") List<IdentifierView> identifiers,

        @Schema(description = "Places on that day, one a line")
        List<PlacementView> placements,

        @Nullable String remark,
        long version,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {
    @Override
    public String variant() {
        return asOf.toString();
    }

    static UnitView of(Unit unit, LocalDate day) {
        var near = unit.nearest(day);
        var current = unit.versionNear(day);
        return new UnitView(
                unit.id(),
                current.name(),
                current.shortName(),
                current.kind(),
                current.sector(),
                day,
                unit.life().contains(day),
                unit.life().from(),
                unit.life().to(),
                unit.beginGrounds(),
                unit.endGrounds(),
                unit.identifiers().stream()
                        .filter(identifier -> identifier.period().contains(near))
                        .map(UnitIdentifier::view)
                        .sorted(Comparator.comparing(IdentifierView::scheme))
                        .toList(),
                unit.placements().stream()
                        .filter(placement -> placement.period().contains(near))
                        .map(UnitPlacement::view)
                        .sorted(Comparator.comparing(PlacementView::line))
                        .toList(),
                unit.remark(),
                unit.version(),
                unit.createdAt(),
                unit.updatedAt());
    }
}
