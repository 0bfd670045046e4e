package vn.lantoa.rest;

import java.sql.SQLException;

/** The table of keys could not be read or written; the cause says why. */
class IdempotencyStoreException extends RuntimeException {
    IdempotencyStoreException(SQLException cause) {
        super(cause);
    }
}
