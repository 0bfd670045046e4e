package vn.lantoa.recognition.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import vn.lantoa.events.Topic;
import vn.lantoa.outbox.EventHandler;
import vn.lantoa.outbox.ReceivedEvent;

/** Registrations of persons at units of a confidential line, which count towards what the person is eligible for. */
@ApplicationScoped
class ConfidentialRegistrationEvents implements EventHandler {
    private final KnownRegistrations registrations;

    ConfidentialRegistrationEvents(KnownRegistrations registrations) {
        this.registrations = registrations;
    }

    @Override
    public String name() {
        return "confidential-registrations";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.CAMPAIGNS_RESTRICTED);
    }

    @Override
    public void apply(ReceivedEvent event) {
        if (event.type().startsWith("vn.lantoa.campaigns.confidential-registration.")) {
            registrations.put(event);
        }
    }
}
