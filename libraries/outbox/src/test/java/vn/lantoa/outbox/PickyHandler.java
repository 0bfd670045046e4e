package vn.lantoa.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import vn.lantoa.events.Topic;

/** Takes in registrations, except those that it is told to refuse. */
@ApplicationScoped
class PickyHandler implements EventHandler {
    private final Set<UUID> refused = ConcurrentHashMap.newKeySet();
    private final Set<UUID> taken = ConcurrentHashMap.newKeySet();

    void refuse(UUID subject) {
        refused.add(subject);
    }

    void mend(UUID subject) {
        refused.remove(subject);
    }

    boolean took(UUID subject) {
        return taken.contains(subject);
    }

    @Override
    public String name() {
        return "picky";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.REGISTRATION);
    }

    @Override
    public void apply(ReceivedEvent event) {
        if (refused.contains(event.subject())) {
            throw new IllegalArgumentException("This registration cannot be taken in");
        }
        taken.add(event.subject());
    }
}
