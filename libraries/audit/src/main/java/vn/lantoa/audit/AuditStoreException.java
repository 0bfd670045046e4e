package vn.lantoa.audit;

import java.sql.SQLException;

/** The entry could not be written, so the change is not made either; the cause says why. */
class AuditStoreException extends RuntimeException {
    AuditStoreException(SQLException cause) {
        super(cause);
    }
}
