package vn.lantoa.units.reorganisation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.units.unit.Codes;

/** Where a new unit stands from its first day; the parent may be made by the same document. */
public record NewPlacement(
        @Schema(examples = "ADMINISTRATIVE") @NotNull @Pattern(regexp = Codes.CODE)
        String line,

        @Schema(description = "Without one the new unit is the root of the line") @Nullable
        UUID parent) {}
