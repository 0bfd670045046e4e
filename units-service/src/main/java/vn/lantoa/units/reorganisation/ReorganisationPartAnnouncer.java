package vn.lantoa.units.reorganisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lantoa.events.Act;
import vn.lantoa.events.DomainEvent;
import vn.lantoa.events.units.ReorganisationAnnulled;
import vn.lantoa.events.units.ReorganisationDrafted;
import vn.lantoa.events.units.ReorganisationEnacted;
import vn.lantoa.outbox.Announcer;
import vn.lantoa.sql.Query;

/** Tells the further parts of long reorganisations again. */
@ApplicationScoped
class ReorganisationPartAnnouncer implements Announcer {
    private final Reorganisations reorganisations;
    private final DataSource database;

    ReorganisationPartAnnouncer(Reorganisations reorganisations, DataSource database) {
        this.reorganisations = reorganisations;
        this.database = database;
    }

    @Override
    public String kind() {
        return "reorganisation-part";
    }

    @Override
    public String table() {
        return "reorganisation_part";
    }

    @Override
    public Optional<DomainEvent> current(UUID id, Act announcing) {
        record Part(UUID reorganisation, int number) {}
        return Query.of("SELECT reorganisation, part FROM reorganisation_part WHERE id = ?", id)
                .first(database, row -> new Part(row.id("reorganisation"), row.integer("part")))
                .map(part -> {
                    var reorganisation = reorganisations.get(part.reorganisation());
                    var state = TellReorganisation.part(reorganisation.state(), part.number());
                    return switch (reorganisation.status()) {
                        case DRAFT -> new ReorganisationDrafted(id, announcing, state);
                        case ENACTED -> new ReorganisationEnacted(id, announcing, state);
                        case ANNULLED -> new ReorganisationAnnulled(id, announcing, state);
                    };
                });
    }
}
