package vn.lantoa.units.succession;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.problems.FieldError;

/**
 * What a reorganisation does to one fact.
 *
 * @param kind the resource: {@code post}, {@code membership}, {@code role-grant}, {@code unit-relation}
 * @param id the fact
 * @param unit where it hangs now
 * @param to where it hangs from the day on, when it moves
 * @param person whom it concerns, if anybody
 * @param what what it is, in a word or two: the role, the title, the kind of relation
 * @param problem why it stands in the way, when it does; its pointer is empty, the reorganisation knows the operation
 */
public record Consequence(
        String kind,
        UUID id,
        Effect effect,
        UUID unit,
        @Nullable UUID to,
        @Nullable UUID person,
        @Nullable String what,
        @Nullable FieldError problem) {
    /** What becomes of the fact. */
    public enum Effect {
        ENDS,
        MOVES,
        REFUSES
    }
}
