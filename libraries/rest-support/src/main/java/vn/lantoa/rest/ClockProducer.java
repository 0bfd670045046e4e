package vn.lantoa.rest;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The clock of the installation: its zone decides what today is; instants are as fine as the database keeps them. */
class ClockProducer {
    @Produces
    @Singleton
    @DefaultBean
    Clock clock(@ConfigProperty(name = "lantoa.zone", defaultValue = "Asia/Ho_Chi_Minh") ZoneId zone) {
        return Clock.tick(Clock.system(zone), Duration.ofNanos(1000));
    }
}
