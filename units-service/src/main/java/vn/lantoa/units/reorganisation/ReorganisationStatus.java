package vn.lantoa.units.reorganisation;

/** Where a reorganisation stands in its life. */
public enum ReorganisationStatus {
    DRAFT,
    ENACTED,
    /** Taken back before its day. */
    ANNULLED
}
