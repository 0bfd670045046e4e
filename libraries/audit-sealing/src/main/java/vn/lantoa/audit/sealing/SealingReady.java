package vn.lantoa.audit.sealing;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** How far sealing is. Always up: reads go on, and changes answer 503 themselves. */
@Readiness
@ApplicationScoped
class SealingReady implements HealthCheck {
    private final SealingLag lag;

    SealingReady(SealingLag lag) {
        this.lag = lag;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("audit-sealing").up();
        return lag.last()
                .map(sample -> response.withData("state", lag.isTooLong() ? "BEHIND" : "UP")
                        .withData("sealed", sample.size())
                        .withData("oldestSeconds", lag.age().toSeconds()))
                .orElseGet(() -> response.withData("state", "UNKNOWN"))
                .build();
    }
}
