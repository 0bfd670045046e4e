package vn.lantoa.access;

/** The tables of rights cannot be read or written. */
final class AccessException extends RuntimeException {
    AccessException(String message, Throwable cause) {
        super(message, cause);
    }
}
