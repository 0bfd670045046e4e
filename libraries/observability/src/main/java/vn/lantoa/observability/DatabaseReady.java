package vn.lantoa.observability;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Without its database a service can do nothing: not ready. Asked beside the pool, so load alone never looks like this. */
@Readiness
@ApplicationScoped
class DatabaseReady implements HealthCheck {
    private static final Duration AGE = Duration.ofSeconds(1);

    private final Remembered<HealthCheckResponse> answer;

    DatabaseReady(DatabaseWatch database) {
        this.answer = new Remembered<>(AGE, () -> ask(database));
    }

    @Override
    public HealthCheckResponse call() {
        return answer.get();
    }

    private static HealthCheckResponse ask(DatabaseWatch database) {
        var response = HealthCheckResponse.named("database");
        try {
            long started = System.nanoTime();
            database.ask(connection -> connection.createStatement().execute("SELECT 1"));
            return response.up()
                    .withData("millis", (System.nanoTime() - started) / 1_000_000)
                    .build();
        } catch (SQLException e) {
            return response.down()
                    .withData("sqlState", String.valueOf(e.getSQLState()))
                    .build();
        }
    }
}
