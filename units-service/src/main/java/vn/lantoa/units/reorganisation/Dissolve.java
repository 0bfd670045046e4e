package vn.lantoa.units.reorganisation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** {@code DISSOLVE}: the unit ends; others may take up its work. */
@Schema(description = "kind DISSOLVE: the unit ends; existing units may succeed it")
public record Dissolve(
        @NotNull UUID unit, @Nullable @Size(max = 200) List<@NotNull UUID> successors) implements Operation {
    @Override
    public List<UUID> ending() {
        return List.of(unit);
    }

    @Override
    public List<UUID> beginning() {
        return List.of();
    }

    List<UUID> successorsOrNone() {
        return successors == null ? List.of() : successors;
    }
}
