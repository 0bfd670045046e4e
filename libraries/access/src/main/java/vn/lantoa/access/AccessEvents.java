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
    private final AccessReplica replica;
    private final AccessConfig config;

    AccessEvents(AccessReplica replica, AccessConfig config) {
        this.replica = replica;
        this.config = config;
    }

    @Override
    public String name() {
        return "access";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.UNITS_RESTRICTED);
    }

    @Override
    public boolean active() {
        return config.replica() == AccessConfig.Source.EVENTS;
    }

    /** The topic has one partition, in the order of commit: what came before this event has been applied. */
    @Override
    public void apply(ReceivedEvent event) {
        replica.apply(event);
        replica.confirm(event.time());
    }

    @Override
    public void heartbeat(Instant at) {
        replica.confirm(at);
    }
}
