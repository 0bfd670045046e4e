package vn.lantoa.units.mapping;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.units.unit.Codes;

/** A row of a mapping table. */
@Schema(description = "How much of an old unit became which new one")
public record MappingLine(
        @Schema(description = "Borne on the day before the effective day", examples = "01267")
        @NotNull
        @Pattern(regexp = Codes.IDENTIFIER)
        String oldCode,

        @Schema(description = "Compared with the register where it is given", examples = "Phường Sông Hiến")
        @Nullable
        @Size(min = 1, max = 300)
        String oldName,

        @Schema(description = "Without one the old unit ends and nothing comes after it", examples = "01273")
        @Nullable
        @Pattern(regexp = Codes.IDENTIFIER)
        String newCode,

        @Schema(examples = "Phường Thục Phán") @Nullable @Size(min = 1, max = 300)
        String newName,

        @Schema(examples = "WARD") @Nullable @Pattern(regexp = Codes.CODE)
        String newKind,

        @Schema(
                description = "Code of the parent; without one that of the old units, where it is clear and goes on",
                examples = "04")
        @Nullable
        @Pattern(regexp = Codes.IDENTIFIER)
        String newParent,

        @Schema(examples = "WHOLE") @NotNull MappingPortion portion) {
    MappingRow row(int number) {
        return new MappingRow(number, oldCode, oldName, newCode, newName, newKind, newParent, portion);
    }
}
