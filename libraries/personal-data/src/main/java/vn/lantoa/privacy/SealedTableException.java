package vn.lantoa.privacy;

import java.sql.SQLException;

/** The database refused or did not answer; the cause says which. */
class SealedTableException extends RuntimeException {
    SealedTableException(SQLException cause) {
        super(cause);
    }
}
