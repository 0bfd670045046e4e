package vn.lantoa.units.role;

/** What makes one look twice at a grant. */
public enum GrantFlag {
    /** The holder has no post at the unit of the grant or below it today. */
    NO_POST_HERE,
    /** Nobody can use it: the holder has no account today. */
    NO_ACCOUNT,
    /** It has no last day and ends with no post. */
    OPEN_ENDED,
    /** No document is named. */
    NO_DOCUMENT,
    /** It is used on somebody's behalf. */
    DELEGATED
}
