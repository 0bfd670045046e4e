package vn.lantoa.units.membership;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.DomainEvent;
import vn.lantoa.outbox.Announcer;

/** Tells again who belongs where, on the lines that everybody with rights over the unit may know. */
@ApplicationScoped
class MembershipAnnouncer implements Announcer {
    private final Memberships memberships;
    private final ConfidentialLines lines;

    MembershipAnnouncer(Memberships memberships, ConfidentialLines lines) {
        this.memberships = memberships;
        this.lines = lines;
    }

    @Override
    public String kind() {
        return "membership";
    }

    @Override
    public String table() {
        return "membership";
    }

    @Override
    public Optional<DomainEvent> current(UUID id, Act announcing) {
        return current(memberships, lines, id, announcing, false);
    }

    /** As the event that fits its state; nothing for those of the other kind of line. */
    static Optional<DomainEvent> current(
            Memberships memberships, ConfidentialLines lines, UUID id, Act announcing, boolean confidential) {
        return memberships
                .findByIdOptional(id)
                .filter(found -> lines.confidential(found.line()) == confidential)
                .map(found -> (found.annulled() ? MembershipEvents.ANNULLED : MembershipEvents.STARTED)
                        .of(announcing, found.state(), confidential));
    }
}
