package vn.lantoa.units.reorganisation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.units.succession.Succession;

/** {@code TRANSFER}: members and posts pass from one unit to another. */
@Schema(
        description =
                "kind TRANSFER: members and posts pass to another unit, all of them or those that are named, whose ids are shown only to who may draft; where only one of the two lists is given, nothing of the other kind passes")
public record HandOver(
        @NotNull UUID from,

        @Schema(description = "Also one that the same document makes") @NotNull
        UUID to,

        @Schema(description = "Ids of the persons whose membership passes") @Nullable @Size(max = 5000)
        List<@NotNull UUID> members,

        @Schema(description = "Ids of the posts that pass") @Nullable @Size(max = 5000)
        List<@NotNull UUID> posts)
        implements Operation {
    @Override
    public List<UUID> naming() {
        return List.of(from, to);
    }

    @Override
    public void act(World world) {
        if (to.equals(from) || !world.goesOn(to)) {
            world.problem("/to", "successor-not-existing-then", to, world.day());
        }
        world.stoodBefore(from, "/from");
        world.handsOver(from, "/from");
    }

    @Override
    public Optional<Succession.Handover> handover() {
        var everything = members == null && posts == null;
        return Optional.of(new Succession.Handover(
                from, to, everything ? null : setOf(members), everything ? null : setOf(posts)));
    }

    @Override
    public Operation withoutNames() {
        return new HandOver(from, to, members == null ? null : List.of(), posts == null ? null : List.of());
    }

    private static Set<UUID> setOf(@Nullable List<UUID> ids) {
        return ids == null ? Set.of() : new LinkedHashSet<>(ids);
    }
}
