package vn.lantoa.testsupport.matrix;

/** Where a grant stands, as seen from the unit that the things belong to. */
public enum Place {
    OWN,
    ABOVE,
    BELOW,
    BESIDE,
    /** Above, but along a line on which the unit does not stand. */
    OTHER_LINE,
    /** A unit that is no more; what it left behind was its own. */
    MERGED,
    /** The unit that stands for the one that is no more. */
    HEIR,
    EVERYWHERE,
    /** At the unit itself, until yesterday. */
    ENDED,
    /** At the unit itself, from tomorrow. */
    TOMORROW;

    boolean holdsToday() {
        return this != ENDED && this != TOMORROW;
    }
}
