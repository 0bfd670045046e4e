package vn.lantoa.units.membership;

/** Whether a person belongs to a unit as to the own one, or is lent to it for a while. */
public enum MembershipKind {
    PRIMARY,
    SECONDMENT
}
