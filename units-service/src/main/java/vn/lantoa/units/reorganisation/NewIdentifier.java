package vn.lantoa.units.reorganisation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.units.unit.Codes;

/** A code that a new unit bears from its first day. */
public record NewIdentifier(
        @Schema(description = "ADMINISTRATIVE_CODE unless given") @Nullable @Pattern(regexp = Codes.CODE)
        String scheme,

        @Schema(examples = "01273") @NotNull @Pattern(regexp = Codes.IDENTIFIER)
        String value) {
    String schemeOrDefault() {
        return scheme == null ? Codes.DEFAULT_SCHEME : scheme;
    }
}
