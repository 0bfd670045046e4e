package vn.lantoa.units.membership;

/** In which order members of everything under a unit are listed. */
public enum MemberOrder {
    UNIT,
    NAME
}
