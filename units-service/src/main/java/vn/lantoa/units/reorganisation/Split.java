package vn.lantoa.units.reorganisation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** {@code SPLIT}: the unit is shared out and ends ({@code WHOLE}), or cedes parts and goes on ({@code PART}). */
@Schema(
        description =
                "kind SPLIT: portion WHOLE shares the unit out among the results and ends it, portion PART cedes parts of it and leaves it as it is")
public record Split(
        @NotNull UUID source,
        @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid SplitResult> results,
        @NotNull Portion portion,

        @Schema(
                description =
                        "The result that takes over what hangs on the unit: children, members, grants. Without one each must be moved by an operation of its own")
        @Nullable
        UUID heir)
        implements Operation {
    @Override
    public String way() {
        return "SPLIT";
    }

    @Override
    public Operation identified() {
        return new Split(source, results.stream().map(SplitResult::identified).toList(), portion, heir);
    }

    @Override
    public List<UUID> ending() {
        return portion == Portion.WHOLE ? List.of(source) : List.of();
    }

    @Override
    public String endingAt(int index) {
        return "/source";
    }

    @Override
    public List<NewUnit> beginning() {
        return results.stream()
                .flatMap(result -> Stream.ofNullable(result.unit()))
                .toList();
    }

    @Override
    public String beginningAt(int index) {
        int made = 0;
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i).unit() != null && made++ == index) {
                return "/results/" + i + "/unit";
            }
        }
        return "/results";
    }

    @Override
    public List<UUID> changing() {
        return portion == Portion.PART ? List.of(source) : List.of();
    }

    @Override
    public List<UUID> naming() {
        return results.stream()
                .flatMap(result -> Stream.ofNullable(result.existing()))
                .toList();
    }

    @Override
    public Map<UUID, UUID> heirs() {
        if (portion == Portion.PART) {
            return Map.of();
        }
        var only = results.size() == 1 ? results.getFirst().target() : null;
        var taking = heir == null ? only : heir;
        return taking == null ? Map.of() : Map.of(source, taking);
    }

    @Override
    public void act(World world) {
        if (portion == Portion.PART && !world.goesOnAsBefore(source, "/source")) {
            return;
        }
        var passing = portion == Portion.WHOLE && results.size() == 1 ? Portion.WHOLE : Portion.PART;
        var targets = new HashSet<UUID>();
        for (int i = 0; i < results.size(); i++) {
            var result = results.get(i);
            var here = "/results/" + i;
            var target = result.target();
            if (target == null) {
                world.problem(here, "either-new-or-existing");
            } else if (result.existing() != null && !world.goesOn(target)) {
                world.problem(here + "/existing", "successor-not-existing-then", target, world.day());
            } else {
                targets.add(target);
                world.becomes(source, target, "SPLIT", passing, result.share(), here);
            }
        }
        checkShares(world);
        checkHeir(world, targets);
    }

    private void checkShares(World world) {
        var given = results.stream()
                .map(SplitResult::share)
                .filter(Objects::nonNull)
                .toList();
        if (given.isEmpty()) {
            return;
        }
        var sum = Share.sumToOne(given);
        if (given.size() < results.size() || (portion == Portion.WHOLE ? sum != 0 : sum >= 0)) {
            world.problem("/results", portion == Portion.WHOLE ? "shares-not-one" : "shares-not-less-than-one");
        }
    }

    private void checkHeir(World world, Set<UUID> targets) {
        if (heir != null && (portion == Portion.PART || !targets.contains(heir))) {
            world.problem("/heir", "heir-not-a-result", heir);
        }
    }
}
