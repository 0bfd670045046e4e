package vn.lantoa.units.bulk;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;

/** What fills a file while it is on its way. */
@FunctionalInterface
public interface Download {
    void write(OutputStream out) throws IOException, SQLException;
}
