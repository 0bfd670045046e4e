package vn.lantoa.units.myrecord;

/** What the law lets persons ask of whoever keeps their data. */
public enum DataRequestKind {
    /** To know what is kept, by whom it is seen, and to see it. */
    ACCESS,
    /** To be given a copy. */
    COPY,
    CORRECTION,
    /** To have it erased, as far as award history and duties of the law leave room. */
    ERASURE,
    /** To have it used for less. */
    RESTRICTION,
    /** To object to a use. */
    OBJECTION,
    CONSENT_WITHDRAWAL
}
