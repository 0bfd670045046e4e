package vn.lantoa.units.sql;

import java.sql.SQLException;

/** The database refused a statement; its name for the reason is in the cause. */
public final class SqlFailure extends RuntimeException {
    public SqlFailure(SQLException cause) {
        super(cause);
    }
}
