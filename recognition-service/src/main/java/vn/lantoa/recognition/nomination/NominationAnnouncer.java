package vn.lantoa.recognition.nomination;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.DomainEvent;
import vn.lantoa.events.recognition.NominationAccepted;
import vn.lantoa.events.recognition.NominationDecided;
import vn.lantoa.events.recognition.NominationDrafted;
import vn.lantoa.events.recognition.NominationEvent;
import vn.lantoa.events.recognition.NominationReceived;
import vn.lantoa.events.recognition.NominationRejected;
import vn.lantoa.events.recognition.NominationReturned;
import vn.lantoa.events.recognition.NominationSubmitted;
import vn.lantoa.events.recognition.NominationVoted;
import vn.lantoa.events.recognition.NominationWithdrawn;
import vn.lantoa.outbox.Announcer;

/** Tells again how a nomination stands; of a confidential one not whom it is for. */
@ApplicationScoped
class NominationAnnouncer implements Announcer {
    private final Nominations nominations;

    NominationAnnouncer(Nominations nominations) {
        this.nominations = nominations;
    }

    @Override
    public String kind() {
        return "nomination";
    }

    @Override
    public String table() {
        return "nomination";
    }

    @Override
    public Optional<DomainEvent> current(UUID id, Act announcing) {
        return nominations.findByIdOptional(id).map(nomination -> event(nomination, announcing));
    }

    private static NominationEvent event(Nomination nomination, Act act) {
        var id = nomination.id();
        var state = nomination.state();
        return switch (nomination.status()) {
            case DRAFT -> new NominationDrafted(id, act, state);
            case SUBMITTED -> new NominationSubmitted(id, act, state);
            case RECEIVED -> new NominationReceived(id, act, state);
            case RETURNED -> new NominationReturned(id, act, state);
            case REJECTED -> new NominationRejected(id, act, state);
            case ACCEPTED -> new NominationAccepted(id, act, state);
            case VOTED_PASS, VOTED_FAIL -> new NominationVoted(id, act, state);
            case WITHDRAWN -> new NominationWithdrawn(id, act, state);
            case DECIDED -> new NominationDecided(id, act, state);
        };
    }
}
