package vn.lantoa.schema;

/** What was asked for cannot be done with the settings given. */
final class MisusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MisusedException(String message) {
        super(message);
    }
}
