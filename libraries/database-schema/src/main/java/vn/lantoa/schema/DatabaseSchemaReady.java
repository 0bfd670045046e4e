package vn.lantoa.schema;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/** Not ready while the schema is older than what this version needs. Once it is there it stays. */
@Readiness
@ApplicationScoped
class DatabaseSchemaReady implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(DatabaseSchemaReady.class);
    private static final String NAME = "database-schema";

    private final DataSource database;
    private final RequiredSchema required = new RequiredSchema(MigrationScripts.onClassPath());
    private volatile boolean complete;

    DatabaseSchemaReady(DataSource database) {
        this.database = database;
    }

    @Override
    public HealthCheckResponse call() {
        if (complete) {
            return HealthCheckResponse.up(NAME);
        }
        try (var connection = database.getConnection()) {
            var missing = required.missing(connection);
            if (missing.isEmpty()) {
                complete = true;
                return HealthCheckResponse.up(NAME);
            }
            LOG.warnf("The schema lacks %s: run the migration of this version", missing);
            return HealthCheckResponse.named(NAME)
                    .withData("missing", String.join(", ", missing))
                    .down()
                    .build();
        } catch (SQLException e) {
            LOG.debug("The schema cannot be looked at", e);
            return HealthCheckResponse.named(NAME)
                    .withData("reason", "the database does not answer")
                    .down()
                    .build();
        }
    }
}
