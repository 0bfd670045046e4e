package vn.lantoa.units.person;

/** A name borne before, or beside the present one. */
public enum OtherNameKind {
    FORMER,
    ALIAS
}
