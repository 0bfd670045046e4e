package vn.lantoa.knownunits;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lantoa.problems.Unavailable;
import vn.lantoa.sql.Query;

/** Persons as the replica knows them. */
@ApplicationScoped
class ReplicatedPersons implements KnownPersons {
    private static final String FIND = "SELECT id, display_name FROM known_person WHERE id = ANY (?::uuid[])";

    private final DataSource database;

    ReplicatedPersons(DataSource database) {
        this.database = database;
    }

    @Override
    public KnownPerson require(UUID person) {
        return find(person).orElseThrow(() -> Unavailable.notYetKnown(person));
    }

    @Override
    public Optional<KnownPerson> find(UUID person) {
        return findAll(List.of(person)).stream().findFirst();
    }

    @Override
    public List<KnownPerson> findAll(Collection<UUID> persons) {
        return Query.of(FIND, (Object) persons.toArray(UUID[]::new))
                .list(database, row -> new KnownPerson(row.id("id"), row.text("display_name")));
    }
}
