package vn.lantoa.units.reorganisation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** {@code DISSOLVE}: the unit ends; others may take up its work. */
@Schema(
        description =
                "kind DISSOLVE: the unit ends; units that exist, or that the same document makes, may succeed it. A single successor, or the one named as heir, takes over what hangs on it")
public record Dissolve(
        @NotNull UUID unit,
        @Nullable @Size(max = 200) List<@NotNull UUID> successors,

        @Schema(
                description =
                        "Of several successors the one that takes over what hangs on the unit: children, members, grants. Without one each must be moved by an operation of its own")
        @Nullable
        UUID heir)
        implements Operation {
    /** One whose work is its only successor's, if it has just one. */
    public Dissolve(UUID unit, List<UUID> successors) {
        this(unit, successors, null);
    }

    @Override
    public String way() {
        return "DISSOLVE";
    }

    @Override
    public List<UUID> ending() {
        return List.of(unit);
    }

    @Override
    public List<UUID> naming() {
        return successors == null ? List.of() : successors;
    }

    @Override
    public Map<UUID, UUID> heirs() {
        var only = naming().size() == 1 ? naming().getFirst() : null;
        var taking = heir == null ? only : heir;
        return taking == null ? Map.of() : Map.of(unit, taking);
    }

    @Override
    public void act(World world) {
        var portion = naming().size() == 1 ? Portion.WHOLE : Portion.PART;
        var seen = new HashSet<UUID>();
        for (int i = 0; i < naming().size(); i++) {
            var successor = naming().get(i);
            var here = "/successors/" + i;
            if (!world.goesOn(successor)) {
                world.problem(here, "successor-not-existing-then", successor, world.day());
            } else if (!seen.add(successor)) {
                world.problem(here, "successor-twice", successor);
            } else {
                world.becomes(unit, successor, "DISSOLVE", portion, null, here);
            }
        }
        if (heir != null && !seen.contains(heir)) {
            world.problem("/heir", "heir-not-a-result", heir);
        }
    }
}
