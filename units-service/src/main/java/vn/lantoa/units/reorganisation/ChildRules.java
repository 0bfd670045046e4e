package vn.lantoa.units.reorganisation;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.units.unit.Unit;

/** Where what stands under an ending unit goes: where the document puts it, else under the heir. */
final class ChildRules {
    /** A place under an ending unit; without a new parent it has nowhere to go. */
    record Move(
            Unit child, String line, UUID from, @Nullable UUID to) {}

    private ChildRules() {}

    /** @param under what stands under an ending unit on any day */
    static List<Move> moves(World world, List<Unit> under) {
        var moves = new ArrayList<Move>();
        for (var child : under) {
            if (world.ends(child.id())) {
                continue;
            }
            var changes = world.changesOf(child.id());
            for (var place : child.placements()) {
                var parent = place.parent();
                if (parent != null
                        && world.ends(parent)
                        && place.period().reaches(world.day())
                        && (changes == null || !changes.places().containsKey(place.line()))) {
                    moves.add(moved(world, child, place.line(), parent));
                }
            }
        }
        return moves;
    }

    private static Move moved(World world, Unit child, String line, UUID parent) {
        var heir = world.heirOf(parent);
        var name = child.nameOn(world.day());
        if (heir == null) {
            world.problemAt(world.pointerOf(parent), "child-without-parent", name, line);
        } else if (stands(world, world.known(parent), line) && !willStand(world, heir, line)) {
            world.problemAt(world.pointerOf(parent), "result-not-on-line", name, line);
        }
        return new Move(child, line, parent, heir);
    }

    private static boolean willStand(World world, UUID heir, String line) {
        var begun = world.beginning(heir);
        if (begun != null) {
            return begun.unit().placementsOrNone().stream()
                    .anyMatch(place -> place.line().equals(line));
        }
        var changes = world.changesOf(heir);
        return (changes != null && changes.places().containsKey(line)) || stands(world, world.known(heir), line);
    }

    private static boolean stands(World world, @Nullable Unit unit, String line) {
        return unit != null
                && unit.placements().stream()
                        .anyMatch(place ->
                                place.line().equals(line) && place.period().contains(world.day()));
    }
}
