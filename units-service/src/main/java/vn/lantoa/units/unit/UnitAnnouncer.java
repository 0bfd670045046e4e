package vn.lantoa.units.unit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.DomainEvent;
import vn.lantoa.events.units.UnitChange;
import vn.lantoa.events.units.UnitRegistered;
import vn.lantoa.outbox.Announcer;

/** Tells the whole life of a unit again. */
@ApplicationScoped
class UnitAnnouncer implements Announcer {
    private final Units units;
    private final Lineages lineages;

    UnitAnnouncer(Units units, Lineages lineages) {
        this.units = units;
        this.lineages = lineages;
    }

    @Override
    public String kind() {
        return "unit";
    }

    @Override
    public String table() {
        return "unit";
    }

    @Override
    public Optional<DomainEvent> current(UUID id, Act announcing) {
        return units.findByIdOptional(id).map(unit -> {
            var links = lineages.of(id);
            var change = new UnitChange(announcing.act(), null, null, null);
            return new UnitRegistered(id, change, unit.state(links.predecessors(), links.successors()));
        });
    }
}
