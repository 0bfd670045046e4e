package vn.lantoa.units.unit;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A code as a client gives it. Without dates it is borne through the unit's whole life. */
@Schema(description = "An official code of a unit")
public record GivenIdentifier(
        @Schema(
                description = "Code list identifier-schemes; ADMINISTRATIVE_CODE unless given",
                examples = "ADMINISTRATIVE_CODE")
        @Nullable
        @Pattern(regexp = Codes.CODE)
        String scheme,

        @Schema(examples = "01273") @NotNull @Pattern(regexp = Codes.IDENTIFIER)
        String value,

        @Nullable LocalDate validFrom,

        @Schema(description = "Exclusive: the day after the last") @Nullable
        LocalDate validTo) {
    String schemeOrDefault() {
        return scheme == null ? Codes.DEFAULT_SCHEME : scheme;
    }
}
