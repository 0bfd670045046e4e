package vn.lantoa.knownunits;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lantoa.problems.Unavailable;

/** Persons as the replica knows them. */
@ApplicationScoped
class ReplicatedPersons implements KnownPersons {
    private static final String FIND = "SELECT id, display_name FROM known_person WHERE id = ANY (?::uuid[])";

    private final Query query;

    ReplicatedPersons(DataSource dataSource) {
        this.query = new Query(dataSource);
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
        return query.list(FIND, row -> new KnownPerson(row.getObject(1, UUID.class), row.getString(2)), (Object)
                persons.toArray(UUID[]::new));
    }
}
