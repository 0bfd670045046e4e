package vn.lantoa.units.role;

/** How far the article behind a role was compared with its source. */
public enum RoleConfidence {
    CONFIRMED,
    PARTLY,
    UNCONFIRMED,
    /** No article names it; it follows from how the work is done. */
    INFERRED
}
