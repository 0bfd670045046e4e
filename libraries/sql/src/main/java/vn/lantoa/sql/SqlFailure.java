package vn.lantoa.sql;

import java.sql.SQLException;

/** The database refused a statement; its cause names the constraint where one did. */
public final class SqlFailure extends RuntimeException {
    public SqlFailure(SQLException cause) {
        super(cause);
    }
}
