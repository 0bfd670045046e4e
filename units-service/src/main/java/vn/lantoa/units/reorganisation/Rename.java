package vn.lantoa.units.reorganisation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** {@code RENAME}: the unit goes on under another name. */
@Schema(description = "kind RENAME: the unit keeps its id and bears another name from the day on")
public record Rename(
        @NotNull UUID unit,

        @Schema(examples = "Xã Thạch An") @NotBlank @Size(max = 300)
        String name,

        @Schema(description = "Without one it has no short name from then on", examples = "Thạch An")
        @Nullable
        @Size(min = 1, max = 100)
        String shortName)
        implements Operation {
    @Override
    public List<UUID> changing() {
        return List.of(unit);
    }

    @Override
    public void act(World world) {
        world.changes(unit, "/unit")
                .ifPresent(changes -> world.version(changes, "name", "/unit", next -> next.named(name, shortName)));
    }
}
