package vn.lantoa.units.succession;

import java.util.List;

/**
 * Something that hangs on units and passes on or ends when they end: posts, memberships, grants, relations. Whoever owns such
 * facts says what a reorganisation does to them, does it, and takes it back.
 */
public interface UnitDependants {
    /** What would happen, without writing; the same question under the same state has the same answer in the same order. */
    List<Consequence> consequences(Succession succession);

    /**
     * Does what {@link #consequences} says, with audit and events. The units that begin exist already; the ones that end
     * still reach over the day only in the database, whose deferred keys are checked when all is done.
     */
    void carryOut(Succession succession, Enactment enactment);

    /** Takes back what this reorganisation did to facts of a day that has not come yet. */
    void annul(Succession succession, Enactment annulment);
}
