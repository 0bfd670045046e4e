package vn.lantoa.recognition.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import vn.lantoa.events.Topic;
import vn.lantoa.outbox.EventHandler;
import vn.lantoa.outbox.ReceivedEvent;

/** Registrations as everybody hears of them. */
@ApplicationScoped
class RegistrationEvents implements EventHandler {
    private final KnownRegistrations registrations;

    RegistrationEvents(KnownRegistrations registrations) {
        this.registrations = registrations;
    }

    @Override
    public String name() {
        return "registrations";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.REGISTRATION);
    }

    @Override
    public void apply(ReceivedEvent event) {
        if (event.type().startsWith("vn.lantoa.campaigns.registration.")) {
            registrations.put(event);
        }
    }
}
