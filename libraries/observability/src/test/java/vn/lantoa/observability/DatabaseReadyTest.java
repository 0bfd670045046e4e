package vn.lantoa.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.eclipse.microprofile.health.HealthCheckResponse.Status.DOWN;
import static org.eclipse.microprofile.health.HealthCheckResponse.Status.UP;

import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LocalPostgres;

class DatabaseReadyTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void aDatabaseThatGoesAwayIsNamedAndItsReturnIsSeen() {
        try (var postgres = LocalPostgres.start().prepare("units")) {
            var settings = postgres.config("units");
            var watch = new DatabaseWatch(
                    settings.get("LANTOA_DB_URL"),
                    settings.get("LANTOA_DB_APP_USER"),
                    settings.get("LANTOA_DB_APP_PASSWORD"));
            var ready = new DatabaseReady(watch);
            assertThat(ready.call().getStatus()).isEqualTo(UP);

            postgres.kill();
            await().atMost(PATIENCE).until(() -> status(ready) == DOWN);
            assertThat(ready.call().getName()).isEqualTo("database");

            postgres.restart();
            await().atMost(PATIENCE).until(() -> status(ready) == UP);
            watch.close();
        }
    }

    private static HealthCheckResponse.Status status(DatabaseReady ready) {
        return ready.call().getStatus();
    }
}
