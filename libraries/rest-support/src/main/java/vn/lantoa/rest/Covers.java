package vn.lantoa.rest;

/** What the right to call an operation must cover; the permission itself stands in the security annotation. */
public enum Covers {
    /** Everybody, without a token. */
    PUBLIC,
    /** Whoever has an account: nothing is told or done that belongs to somebody. */
    ACCOUNT,
    /** The caller's own things; whoever holds the permission for the whole installation reaches those of all. */
    OWN,
    /** The permission held anywhere is enough: what is told belongs to no unit's scope, such as the register of units. */
    HELD,
    /** The unit that the thing belongs to lies within a grant today: its subtree, its line, its period. */
    UNIT,
    /** The permission held for the whole installation. */
    EVERYWHERE
}
