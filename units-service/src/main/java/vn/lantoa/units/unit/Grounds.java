package vn.lantoa.units.unit;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a unit began or ended: the reason and the legal document. */
@Schema(description = "Why a unit began or ended")
public record Grounds(
        @Schema(description = "Code list unit-reasons", examples = "MERGE") @Nullable @Pattern(regexp = Codes.CODE)
        String reason,

        @Schema(description = "Number of the legal document", examples = "1657/NQ-UBTVQH15")
        @Nullable
        @Size(min = 1, max = 200)
        String document) {
    static @Nullable Grounds of(@Nullable String reason, @Nullable String document) {
        return reason == null && document == null ? null : new Grounds(reason, document);
    }
}
