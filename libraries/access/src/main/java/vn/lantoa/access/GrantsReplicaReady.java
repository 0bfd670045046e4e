package vn.lantoa.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** How old the rights are. Always up: reading goes on with old ones, and acts that need fresh ones answer 503 themselves. */
@Readiness
@ApplicationScoped
class GrantsReplicaReady implements HealthCheck {
    private final ReplicaAge replica;
    private final AccessConfig config;

    GrantsReplicaReady(ReplicaAge replica, AccessConfig config) {
        this.replica = replica;
        this.config = config;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("grants-replica").up();
        if (!replica.isReplica()) {
            return response.withData("state", "ORIGINAL").build();
        }
        if (replica.parked() > 0) {
            response.withData("parked", replica.parked());
        }
        return replica.age()
                .map(age -> response.withData("state", state(age)).withData("ageSeconds", age.toSeconds()))
                .orElseGet(() -> response.withData("state", "NEVER_COMPLETE"))
                .build();
    }

    private String state(Duration age) {
        if (replica.parked() > 0) {
            return "INCOMPLETE";
        }
        if (age.compareTo(config.maxAge()) <= 0) {
            return "FRESH";
        }
        return age.compareTo(config.maxAgeForOtherActs()) <= 0 ? "STALE" : "TOO_OLD";
    }
}
