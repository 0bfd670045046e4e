package vn.lantoa.units.role;

/** What came of looking at a grant. */
public enum AccessReviewOutcome {
    /** It is still needed. */
    CONFIRMED,
    /** It is not, and has ended. */
    WITHDRAWN,
    /** It ended by itself before anybody looked. */
    LAPSED
}
