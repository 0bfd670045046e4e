package vn.lantoa.recognition.decision;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import vn.lantoa.problems.NotFound;

/** Every decision. */
@ApplicationScoped
class Decisions implements PanacheRepositoryBase<Decision, UUID> {

    /** @throws NotFound 404 {@code decision-not-found} */
    Decision get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("decision-not-found", id));
    }
}
