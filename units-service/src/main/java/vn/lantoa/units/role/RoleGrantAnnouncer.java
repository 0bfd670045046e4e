package vn.lantoa.units.role;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.DomainEvent;
import vn.lantoa.events.units.RoleGranted;
import vn.lantoa.outbox.Announcer;

/** Tells again who has which role where, and until when. */
@ApplicationScoped
class RoleGrantAnnouncer implements Announcer {
    private final RoleGrants grants;

    RoleGrantAnnouncer(RoleGrants grants) {
        this.grants = grants;
    }

    @Override
    public String kind() {
        return "role-grant";
    }

    @Override
    public String table() {
        return "role_grant";
    }

    @Override
    public Optional<DomainEvent> current(UUID id, Act announcing) {
        return grants.findByIdOptional(id).map(found -> new RoleGranted(id, announcing, found.state()));
    }
}
