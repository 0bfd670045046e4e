package vn.lantoa.recognition.sql;

import java.sql.SQLException;

/** A statement failed; its cause names the constraint where one refused it. */
public final class StatementFailed extends RuntimeException {
    StatementFailed(SQLException cause) {
        super(cause);
    }
}
