package vn.lantoa.units.bulk;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;

/** A file on its way. A class, because the writer of an answer is found by class. */
public final class Download {
    private final Content content;

    Download(Content content) {
        this.content = content;
    }

    /** What fills the file. */
    @FunctionalInterface
    interface Content {
        void write(OutputStream out) throws IOException, SQLException;
    }

    void write(OutputStream out) throws IOException, SQLException {
        content.write(out);
    }
}
