package vn.lantoa.units.person;

/** Why two records may be of one person. */
public enum DuplicateReason {
    SAME_NAME,
    SIMILAR_NAME,
    SAME_BIRTH_DATE,
    SAME_UNIT
}
