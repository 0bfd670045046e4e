package vn.lantoa.units.person;

/** As the identity document says. */
public enum Gender {
    MALE,
    FEMALE,
    OTHER
}
