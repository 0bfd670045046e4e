package vn.lantoa.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says how events travel. Always up: a service goes on without Kafka, its events wait. */
@Readiness
@ApplicationScoped
class EventsReady implements HealthCheck {
    private final RelayConfig config;
    private final RelayMetrics relay;
    private final EventConsumers consumers;

    EventsReady(RelayConfig config, RelayMetrics relay, EventConsumers consumers) {
        this.config = config;
        this.relay = relay;
        this.consumers = consumers;
    }

    @Override
    public HealthCheckResponse call() {
        String role = relay.leading() ? "active" : "standby";
        return HealthCheckResponse.named("events")
                .withData("relay", config.enabled() ? role : "off")
                .withData("waiting", relay.waiting())
                .withData("consumers", consumers.state())
                .up()
                .build();
    }
}
