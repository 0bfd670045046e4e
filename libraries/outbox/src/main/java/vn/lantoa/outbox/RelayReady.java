package vn.lantoa.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** How events travel. Always up: a service goes on while they wait. */
@Readiness
@ApplicationScoped
class RelayReady implements HealthCheck {
    private final RelayConfig config;
    private final RelayMetrics relay;
    private final OutboxGauges outbox;
    private final EventConsumers consumers;

    RelayReady(RelayConfig config, RelayMetrics relay, OutboxGauges outbox, EventConsumers consumers) {
        this.config = config;
        this.relay = relay;
        this.outbox = outbox;
        this.consumers = consumers;
    }

    @Override
    public HealthCheckResponse call() {
        String role = relay.leading() ? "active" : "standby";
        var response = HealthCheckResponse.named("relay")
                .up()
                .withData("role", config.enabled() ? role : "off")
                .withData("consumers", consumers.state());
        var sample = outbox.last();
        if (sample == null) {
            return response.withData("state", "UNKNOWN").build();
        }
        boolean somebody = sample.held() || relay.leading();
        return response.withData("state", somebody ? "UP" : "NOBODY_RELAYS")
                .withData("waiting", sample.rows())
                .withData("oldestSeconds", Math.round(sample.oldestSeconds()))
                .withData("deadLetters", sample.deadLetters())
                .build();
    }
}
