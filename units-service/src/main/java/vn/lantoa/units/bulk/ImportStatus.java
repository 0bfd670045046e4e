package vn.lantoa.units.bulk;

/** Where an import stands. */
public enum ImportStatus {
    /** The file is here and is being judged; nothing else happens. */
    UPLOADED,
    /** The dry run is over: read its result, then commit or cancel. */
    VALIDATED,
    COMMITTING,
    COMPLETED,
    CANCELLED,
    FAILED;

    boolean isOver() {
        return this == COMPLETED || this == CANCELLED || this == FAILED;
    }
}
