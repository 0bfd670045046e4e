package vn.lantoa.units.observed;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lantoa.events.Topic;
import vn.lantoa.outbox.EventHandler;
import vn.lantoa.outbox.ReceivedEvent;

/** Another service that reads units, in the same process. */
@ApplicationScoped
class UnitReader implements EventHandler {
    private final boolean active;

    UnitReader(@ConfigProperty(name = "test.observed", defaultValue = "false") boolean active) {
        this.active = active;
    }

    @Override
    public String name() {
        return "test-unit-reader";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.UNIT);
    }

    @Override
    public boolean active() {
        return active;
    }

    @Override
    public void apply(ReceivedEvent event) {}
}
