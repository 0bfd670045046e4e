package vn.lantoa.units.reorganisation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.units.unit.Codes;

/** {@code RECODE}: the unit goes on under another official code, or without one. */
@Schema(description = "kind RECODE: the unit bears another code of the scheme from the day on")
public record Recode(
        @NotNull UUID unit,

        @Schema(description = "ADMINISTRATIVE_CODE unless given") @Nullable @Pattern(regexp = Codes.CODE)
        String scheme,

        @Schema(description = "Without one the unit gives up its code of the scheme", examples = "01273")
        @Nullable
        @Pattern(regexp = Codes.IDENTIFIER)
        String value)
        implements Operation {
    String schemeOrDefault() {
        return scheme == null ? Codes.DEFAULT_SCHEME : scheme;
    }

    @Override
    public List<UUID> changing() {
        return List.of(unit);
    }

    @Override
    public List<NewIdentifier> taking() {
        return Stream.ofNullable(value)
                .map(code -> new NewIdentifier(schemeOrDefault(), code))
                .toList();
    }

    @Override
    public void act(World world) {
        world.lists().require("scheme", schemeOrDefault(), "/scheme", world);
        world.changes(unit, "/unit").ifPresent(changes -> world.code(changes, schemeOrDefault(), value));
    }
}
