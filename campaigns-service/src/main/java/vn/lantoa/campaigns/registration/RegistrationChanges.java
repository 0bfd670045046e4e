package vn.lantoa.campaigns.registration;

import jakarta.enterprise.context.ApplicationScoped;
import vn.lantoa.audit.Audit;
import vn.lantoa.events.Act;
import vn.lantoa.events.campaigns.RegistrationEvent;
import vn.lantoa.outbox.Outbox;

/** What every change of a registration leaves behind: its act on the timeline, an audit entry, an event. */
@ApplicationScoped
class RegistrationChanges {
    private final Registrations registrations;
    private final Audit audit;
    private final Outbox outbox;
    private final RegistrationNews news;

    RegistrationChanges(Registrations registrations, Audit audit, Outbox outbox, RegistrationNews news) {
        this.registrations = registrations;
        this.audit = audit;
        this.outbox = outbox;
        this.news = news;
    }

    /** Keeps a new registration; who drafted it stands in its row, so it needs no entry on the timeline. */
    void keepNew(Registration registration, RegistrationEvent event) {
        registrations.persistAndFlush(registration);
        audit.record(
                "registration.draft",
                "registration",
                registration.id(),
                null,
                RegistrationSnapshot.of(registration),
                registration.person());
        outbox.publish(news.of(event));
    }

    void keep(Registration registration, RegistrationSnapshot before, RegistrationEvent event) {
        registrations.flush();
        var act = (Act) event.change();
        registrations.remember(registration.id(), act);
        audit.record(
                "registration." + act.act(),
                "registration",
                registration.id(),
                before,
                RegistrationSnapshot.of(registration),
                registration.person());
        outbox.publish(news.of(event));
    }

    void forget(Registration registration, RegistrationSnapshot before, RegistrationEvent event) {
        registrations.delete(registration);
        registrations.flush();
        audit.record("registration.discard", "registration", registration.id(), before, null, registration.person());
        outbox.publish(news.of(event));
    }
}
