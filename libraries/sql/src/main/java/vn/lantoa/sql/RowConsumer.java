package vn.lantoa.sql;

import java.io.IOException;
import java.sql.SQLException;

/** Takes the rows of a result one by one, as into a file. */
@FunctionalInterface
public interface RowConsumer {
    void accept(Row row) throws SQLException, IOException;
}
