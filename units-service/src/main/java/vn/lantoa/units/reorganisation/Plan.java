package vn.lantoa.units.reorganisation;

import java.util.List;
import java.util.UUID;
import vn.lantoa.units.succession.Consequence;

/**
 * What a reorganisation does to the register as it stands now.
 *
 * @param world who ends, begins and changes, and every problem; it fits when there is none
 * @param moves what stands under an ending unit and does not end itself
 * @param consequences what becomes of posts, memberships, grants, relations
 * @param fingerprint the same as long as all of this stays the same
 */
record Plan(
        UUID reorganisation,
        World world,
        List<ChildRules.Move> moves,
        List<Consequence> consequences,
        String fingerprint) {
    boolean fits() {
        return world.problems().isEmpty();
    }
}
