package vn.lantoa.units.reorganisation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.units.unit.Codes;

/** {@code CHANGE_KIND}: the unit goes on as another kind, as when a commune becomes a ward. */
@Schema(description = "kind CHANGE_KIND: the unit keeps its id and is of another kind from the day on")
public record ChangeKind(
        @NotNull UUID unit,

        @Schema(description = "The new kind; code list unit-kinds", examples = "WARD")
        @NotNull
        @Pattern(regexp = Codes.CODE)
        String to,

        @Schema(description = "Code list sectors; as before unless given", examples = "TERRITORY")
        @Nullable
        @Pattern(regexp = Codes.CODE)
        String sector)
        implements Operation {
    @Override
    public List<UUID> changing() {
        return List.of(unit);
    }

    @Override
    public void act(World world) {
        world.lists().require("kind", to, "/to", world);
        if (sector != null) {
            world.lists().require("sector", sector, "/sector", world);
        }
        world.changes(unit, "/unit")
                .ifPresent(changes -> world.version(changes, "kind", "/unit", next -> next.ofKind(to, sector)));
    }
}
