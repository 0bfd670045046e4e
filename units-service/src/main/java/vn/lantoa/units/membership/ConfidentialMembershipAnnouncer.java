package vn.lantoa.units.membership;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.DomainEvent;
import vn.lantoa.outbox.Announcer;

/** Tells again, on the restricted topic only, who belongs where on confidential lines. */
@ApplicationScoped
class ConfidentialMembershipAnnouncer implements Announcer {
    private final Memberships memberships;
    private final ConfidentialLines lines;

    ConfidentialMembershipAnnouncer(Memberships memberships, ConfidentialLines lines) {
        this.memberships = memberships;
        this.lines = lines;
    }

    @Override
    public String kind() {
        return "confidential-membership";
    }

    @Override
    public String table() {
        return "membership";
    }

    @Override
    public Optional<DomainEvent> current(UUID id, Act announcing) {
        return MembershipAnnouncer.current(memberships, lines, id, announcing, true);
    }
}
