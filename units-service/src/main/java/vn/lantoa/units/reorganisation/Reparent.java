package vn.lantoa.units.reorganisation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.units.unit.Codes;

/** {@code REPARENT}: the unit stands elsewhere on a line. */
@Schema(description = "kind REPARENT: the unit stands under another parent on the line from the day on")
public record Reparent(
        @NotNull UUID unit,

        @Schema(examples = "ADMINISTRATIVE") @NotNull @Pattern(regexp = Codes.CODE)
        String line,

        @Schema(
                description =
                        "Also one that the same document makes; without one the unit becomes the root of the line")
        @Nullable
        UUID parent)
        implements Operation {
    @Override
    public List<UUID> changing() {
        return List.of(unit);
    }

    @Override
    public List<UUID> naming() {
        return Stream.ofNullable(parent).toList();
    }

    @Override
    public void act(World world) {
        world.lists().require("line", line, "/line", world);
        world.changes(unit, "/unit").ifPresent(changes -> world.place(changes, line, parent));
    }
}
