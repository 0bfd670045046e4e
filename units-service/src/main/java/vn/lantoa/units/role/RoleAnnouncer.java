package vn.lantoa.units.role;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.DomainEvent;
import vn.lantoa.events.units.RoleDefined;
import vn.lantoa.outbox.Announcer;

/** Tells again what a role permits. */
@ApplicationScoped
class RoleAnnouncer implements Announcer {
    private final RoleReads reads;

    RoleAnnouncer(RoleReads reads) {
        this.reads = reads;
    }

    @Override
    public String kind() {
        return "role";
    }

    @Override
    public String table() {
        return "role";
    }

    @Override
    public Optional<DomainEvent> current(UUID id, Act announcing) {
        return reads.roles().stream()
                .filter(role -> role.id().equals(id))
                .findFirst()
                .map(role -> new RoleDefined(id, announcing, DefineRoles.state(role)));
    }
}
