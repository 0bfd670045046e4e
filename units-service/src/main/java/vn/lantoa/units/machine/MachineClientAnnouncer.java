package vn.lantoa.units.machine;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.DomainEvent;
import vn.lantoa.events.units.MachineClientChanged;
import vn.lantoa.outbox.Announcer;
import vn.lantoa.problems.NotFound;

/** Tells again what another system may read where, and until when. */
@ApplicationScoped
class MachineClientAnnouncer implements Announcer {
    private final MachineClients clients;

    MachineClientAnnouncer(MachineClients clients) {
        this.clients = clients;
    }

    @Override
    public String kind() {
        return "machine-client";
    }

    @Override
    public String table() {
        return "machine_client";
    }

    @Override
    public Optional<DomainEvent> current(UUID id, Act announcing) {
        try {
            return Optional.of(
                    new MachineClientChanged(id, announcing, clients.get(id).state()));
        } catch (NotFound none) {
            return Optional.empty();
        }
    }
}
