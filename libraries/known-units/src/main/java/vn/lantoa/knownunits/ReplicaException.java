package vn.lantoa.knownunits;

/** The database refused a read or write of the replica. */
public final class ReplicaException extends RuntimeException {
    ReplicaException(String message, Throwable cause) {
        super(message, cause);
    }
}
