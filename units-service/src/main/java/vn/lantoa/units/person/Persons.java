package vn.lantoa.units.person;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import vn.lantoa.problems.NotFound;

/** The register of persons. */
@ApplicationScoped
public class Persons implements PanacheRepositoryBase<Person, UUID> {
    /** @throws NotFound 404 {@code person-not-found} */
    public Person get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("person-not-found", id));
    }
}
