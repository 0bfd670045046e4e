package vn.lantoa.units.person;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.DomainEvent;
import vn.lantoa.events.units.PersonRegistered;
import vn.lantoa.outbox.Announcer;

/** Tells again who a person is: a name to show. */
@ApplicationScoped
class PersonAnnouncer implements Announcer {
    private final Persons persons;

    PersonAnnouncer(Persons persons) {
        this.persons = persons;
    }

    @Override
    public String kind() {
        return "person";
    }

    @Override
    public String table() {
        return "person";
    }

    @Override
    public Optional<DomainEvent> current(UUID id, Act announcing) {
        return persons.findByIdOptional(id).map(found -> new PersonRegistered(id, announcing, found.state()));
    }
}
