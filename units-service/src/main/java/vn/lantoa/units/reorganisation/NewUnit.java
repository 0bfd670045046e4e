package vn.lantoa.units.reorganisation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.rest.Ids;
import vn.lantoa.units.unit.Codes;

/** A unit that a reorganisation makes, from the effective day on. */
@Schema(description = "A unit that a reorganisation makes; a new unit whatever name or code it keeps")
public record NewUnit(
        @Schema(description = "UUIDv7; made when drafted unless given") @Nullable
        UUID id,

        @Schema(examples = "Phường Thục Phán") @NotBlank @Size(max = 300)
        String name,

        @Nullable @Size(min = 1, max = 100) String shortName,

        @Schema(examples = "WARD") @NotNull @Pattern(regexp = Codes.CODE)
        String kind,

        @Schema(examples = "STATE") @NotNull @Pattern(regexp = Codes.CODE)
        String sector,

        @Nullable @Size(max = 20) List<@Valid @NotNull NewIdentifier> identifiers,
        @Nullable @Size(max = 20) List<@Valid @NotNull NewPlacement> placements,
        @Nullable @Size(min = 1, max = 1000) String remark) {
    List<NewIdentifier> identifiersOrNone() {
        return identifiers == null ? List.of() : identifiers;
    }

    List<NewPlacement> placementsOrNone() {
        return placements == null ? List.of() : placements;
    }

    /** Once drafted every result has its id. */
    UUID requireId() {
        return Objects.requireNonNull(id);
    }

    NewUnit identified() {
        return new NewUnit(Ids.orNext(id), name, shortName, kind, sector, identifiers, placements, remark);
    }
}
