package vn.lantoa.units.line;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.DomainEvent;
import vn.lantoa.outbox.Announcer;

/** Tells again which hierarchies there are, and which are confidential. */
@ApplicationScoped
class LineAnnouncer implements Announcer {
    private final LineTable table;

    LineAnnouncer(LineTable table) {
        this.table = table;
    }

    @Override
    public String kind() {
        return "line";
    }

    @Override
    public String table() {
        return "line";
    }

    @Override
    public Optional<DomainEvent> current(UUID id, Act announcing) {
        return table.find(id).map(found -> found.told(announcing));
    }
}
