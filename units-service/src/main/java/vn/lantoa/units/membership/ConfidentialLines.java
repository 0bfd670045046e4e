package vn.lantoa.units.membership;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Invalid;
import vn.lantoa.sql.Query;

/** Which lines only those may know whose rights reach along them. */
@ApplicationScoped
class ConfidentialLines {
    private final DataSource database;

    ConfidentialLines(DataSource database) {
        this.database = database;
    }

    /** @throws Invalid 422 {@code unknown-line} */
    boolean confidential(String line) {
        return Query.of("SELECT confidential FROM line WHERE code = ?", line)
                .first(database, row -> row.flag("confidential"))
                .orElseThrow(() -> new Invalid("unknown-line", FieldError.at("/line", "unknown-line", line)));
    }

    Set<String> all() {
        return new HashSet<>(
                Query.of("SELECT code FROM line WHERE confidential").list(database, row -> row.text("code")));
    }
}
