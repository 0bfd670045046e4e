package vn.lantoa.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What this version of the service needs of its database. A newer schema is fine: it still holds what was there. */
final class RequiredSchema {
    private static final Set<String> NOT_THERE_YET = Set.of("42P01", "42501");

    private final List<String> versions;

    RequiredSchema(MigrationScripts scripts) {
        this.versions = scripts.versions();
    }

    /** The versions that have not been applied. */
    List<String> missing(Connection connection) throws SQLException {
        var missing = new ArrayList<>(versions);
        missing.removeAll(applied(connection));
        return missing;
    }

    private static Set<String> applied(Connection connection) throws SQLException {
        var applied = new HashSet<String>();
        try (var statement = connection.prepareStatement(
                        "SELECT version FROM public.flyway_schema_history WHERE success AND version IS NOT NULL");
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                applied.add(rows.getString(1));
            }
        } catch (SQLException e) {
            if (!NOT_THERE_YET.contains(e.getSQLState())) {
                throw e;
            }
        }
        return applied;
    }
}
