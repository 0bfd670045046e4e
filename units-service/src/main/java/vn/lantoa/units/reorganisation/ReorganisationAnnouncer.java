package vn.lantoa.units.reorganisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.DomainEvent;
import vn.lantoa.events.units.ReorganisationAnnulled;
import vn.lantoa.events.units.ReorganisationDrafted;
import vn.lantoa.events.units.ReorganisationEnacted;
import vn.lantoa.outbox.Announcer;

/** Tells reorganisations again: drafts too, because others look at what they would touch. */
@ApplicationScoped
class ReorganisationAnnouncer implements Announcer {
    private final Reorganisations reorganisations;

    ReorganisationAnnouncer(Reorganisations reorganisations) {
        this.reorganisations = reorganisations;
    }

    @Override
    public String kind() {
        return "reorganisation";
    }

    @Override
    public String table() {
        return "reorganisation";
    }

    @Override
    public Optional<DomainEvent> current(UUID id, Act announcing) {
        return reorganisations.findByIdOptional(id).map(reorganisation -> {
            var state = TellReorganisation.part(reorganisation.state(), 0);
            return switch (reorganisation.status()) {
                case DRAFT -> new ReorganisationDrafted(id, announcing, state);
                case ENACTED -> new ReorganisationEnacted(id, announcing, state);
                case ANNULLED -> new ReorganisationAnnulled(id, announcing, state);
            };
        });
    }
}
