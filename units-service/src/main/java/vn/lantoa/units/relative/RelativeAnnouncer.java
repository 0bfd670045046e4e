package vn.lantoa.units.relative;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.DomainEvent;
import vn.lantoa.events.units.RelativeDeclared;
import vn.lantoa.events.units.RelativeErased;
import vn.lantoa.outbox.Announcer;

/** Tells again who is whose relative, and of what declarations nothing is left. */
@ApplicationScoped
class RelativeAnnouncer implements Announcer {
    private final Relatives relatives;

    RelativeAnnouncer(Relatives relatives) {
        this.relatives = relatives;
    }

    @Override
    public String kind() {
        return Relatives.ENTITY;
    }

    @Override
    public String table() {
        return "declared_relative";
    }

    @Override
    public Optional<DomainEvent> current(UUID id, Act announcing) {
        return relatives
                .findByIdOptional(id)
                .map(found -> found.erased()
                        ? new RelativeErased(id, announcing, found.state())
                        : new RelativeDeclared(id, announcing, found.state()));
    }
}
