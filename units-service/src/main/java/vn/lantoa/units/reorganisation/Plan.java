package vn.lantoa.units.reorganisation;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.problems.FieldError;
import vn.lantoa.units.person.Post;
import vn.lantoa.units.role.RoleGrant;
import vn.lantoa.units.unit.Unit;

/**
 * What a reorganisation does to the register as it stands now.
 *
 * @param ending the units that end
 * @param becomes where what stands under a merged unit goes
 * @param merges what begins
 * @param children what stands under an ending unit and does not end itself
 * @param problems everything that refuses it; empty when it fits
 */
record Plan(
        LocalDate day,
        List<Operation> operations,
        Map<UUID, Unit> ending,
        Map<UUID, UUID> becomes,
        List<Merge> merges,
        List<Child> children,
        List<Post> posts,
        List<RoleGrant> grants,
        List<FieldError> problems) {
    /** A place under an ending unit; without a new parent it has nowhere to go. */
    record Child(
            Unit unit, String line, UUID from, @Nullable UUID to) {}

    /** The children that move, each once, with the parents it leaves. */
    Map<Unit, Map<UUID, UUID>> moves() {
        var moves = new LinkedHashMap<Unit, Map<UUID, UUID>>();
        for (var child : children) {
            if (child.to() != null) {
                moves.computeIfAbsent(child.unit(), _ -> new LinkedHashMap<>()).put(child.from(), child.to());
            }
        }
        return moves;
    }
}
