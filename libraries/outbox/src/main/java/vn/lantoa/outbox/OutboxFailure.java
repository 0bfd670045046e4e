package vn.lantoa.outbox;

import java.sql.SQLException;

/** The database refused or was away. */
final class OutboxFailure extends RuntimeException {
    OutboxFailure(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
