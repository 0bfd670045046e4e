package vn.lantoa.units.mapping;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.units.mapping.MappingRow.Occasion;
import vn.lantoa.units.unit.Codes;

/** A row of a mapping table. */
@Schema(description = "How much of an old unit became which new one")
public record MappingLine(
        @Schema(
                description = "Scheme of the codes of this row; ADMINISTRATIVE_CODE unless given",
                examples = "ADMINISTRATIVE_CODE")
        @Nullable
        @Pattern(regexp = Codes.CODE)
        String scheme,

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

        @Schema(examples = "WHOLE") @NotNull MappingPortion portion,

        @Schema(
                description = "What the row is said to be. Needed where it can be read in two ways, else only compared"
                        + " with what the row comes to",
                examples = "MERGE")
        @Nullable
        MappingChange change,

        @Schema(description = "The provision that is cited", examples = "Khoản 1 Điều 1")
        @Nullable
        @Size(min = 1, max = 200)
        String article) {
    MappingRow row(int number, Occasion occasion) {
        return new MappingRow(
                number,
                scheme == null ? Codes.DEFAULT_SCHEME : scheme,
                oldCode,
                oldName,
                newCode,
                newName,
                newKind,
                newParent,
                portion,
                change,
                article,
                occasion);
    }
}
