package vn.lantoa.campaigns.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.DomainEvent;
import vn.lantoa.events.campaigns.RegistrationConfirmed;
import vn.lantoa.events.campaigns.RegistrationDrafted;
import vn.lantoa.events.campaigns.RegistrationEvent;
import vn.lantoa.events.campaigns.RegistrationReturned;
import vn.lantoa.events.campaigns.RegistrationReviewed;
import vn.lantoa.events.campaigns.RegistrationSubmitted;
import vn.lantoa.outbox.Announcer;

/** Tells again how a registration stands. */
@ApplicationScoped
class RegistrationAnnouncer implements Announcer {
    private final Registrations registrations;
    private final RegistrationNews news;

    RegistrationAnnouncer(Registrations registrations, RegistrationNews news) {
        this.registrations = registrations;
        this.news = news;
    }

    @Override
    public String kind() {
        return "registration";
    }

    @Override
    public String table() {
        return "registration";
    }

    @Override
    public Optional<DomainEvent> current(UUID id, Act announcing) {
        return registrations.findByIdOptional(id).map(registration -> news.of(event(registration, announcing)));
    }

    private static RegistrationEvent event(Registration registration, Act act) {
        var id = registration.id();
        var state = registration.state();
        return switch (registration.status()) {
            case DRAFT -> new RegistrationDrafted(id, act, state);
            case SUBMITTED -> new RegistrationSubmitted(id, act, state);
            case RETURNED -> new RegistrationReturned(id, act, state);
            case CONFIRMED -> new RegistrationConfirmed(id, act, state);
            case REVIEWED -> new RegistrationReviewed(id, act, state);
        };
    }
}
