package vn.lantoa.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import vn.lantoa.events.Topic;
import vn.lantoa.outbox.EventHandler;
import vn.lantoa.outbox.ReceivedEvent;

/** Keeps rights where the originals are elsewhere. */
@ApplicationScoped
class AccessEvents implements EventHandler {
    static final String NAME = "access";

    private final AccessReplica replica;
    private final AccessConfig config;
    /** When the last event of the batch happened that this thread is applying. */
    private final ThreadLocal<Instant> last = ThreadLocal.withInitial(() -> Instant.EPOCH);

    AccessEvents(AccessReplica replica, AccessConfig config) {
        this.replica = replica;
        this.config = config;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.UNITS_RESTRICTED);
    }

    @Override
    public boolean active() {
        return config.replica() == AccessConfig.Source.EVENTS;
    }

    @Override
    public void apply(ReceivedEvent event) {
        replica.apply(event);
        last.set(event.time());
    }

    /** The topic has one partition, in the order of commit: what came before the last event has been applied, or parked. */
    @Override
    public void batchApplied() {
        replica.confirm(last.get());
        last.remove();
    }

    @Override
    public void heartbeat(Instant at) {
        replica.confirm(at);
    }
}
