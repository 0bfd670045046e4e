package vn.lantoa.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;

/**
 * As the owner of the database: nobody else gets in, the application role gets its rights on whatever is going to be made,
 * then every migration that has not been applied.
 */
final class Migration {
    private static final String HISTORY = "flyway_schema_history";

    private final Settings settings;
    private final MigrationScripts scripts;

    Migration(Settings settings, MigrationScripts scripts) {
        this.settings = settings;
        this.scripts = scripts;
    }

    /** A sentence for the operator. */
    String run() throws SQLException {
        if (scripts.versions().isEmpty()) {
            throw new MisusedException("There are no migrations");
        }
        grant();
        var result = flyway().migrate();
        execute(List.of("REVOKE INSERT, UPDATE, DELETE ON " + HISTORY + " FROM " + settings.app()));
        return "%d of %d migrations were applied now; the schema is complete"
                .formatted(result.migrationsExecuted, scripts.versions().size());
    }

    private Flyway flyway() {
        return Flyway.configure()
                .dataSource(settings.url(), settings.owner(), settings.ownerPassword())
                .initSql("SET lock_timeout = '30s'")
                .table(HISTORY)
                .outOfOrder(true)
                .cleanDisabled(true)
                .placeholders(Map.of("app_role", settings.app()))
                .resourceProvider(scripts)
                .javaMigrationClassProvider(List::of)
                .load();
    }

    private void grant() throws SQLException {
        String app = settings.app();
        try (Connection connection = settings.connect(settings.owner(), settings.ownerPassword())) {
            String database = '"' + connection.getCatalog().replace("\"", "\"\"") + '"';
            String byDefault = "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT ";
            execute(
                    connection,
                    List.of(
                            "REVOKE ALL ON DATABASE " + database + " FROM PUBLIC",
                            "GRANT CONNECT ON DATABASE " + database + " TO " + app,
                            "GRANT USAGE ON SCHEMA public TO " + app,
                            byDefault + "SELECT, INSERT, UPDATE, DELETE ON TABLES TO " + app,
                            byDefault + "USAGE ON SEQUENCES TO " + app));
        }
    }

    private void execute(List<String> statements) throws SQLException {
        try (Connection connection = settings.connect(settings.owner(), settings.ownerPassword())) {
            execute(connection, statements);
        }
    }

    private static void execute(Connection connection, List<String> statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
