package vn.lantoa.recognition.nomination;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import vn.lantoa.problems.NotFound;

/** Every nomination. */
@ApplicationScoped
public class Nominations implements PanacheRepositoryBase<Nomination, UUID> {

    /** @throws NotFound 404 {@code nomination-not-found} */
    public Nomination get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("nomination-not-found", id));
    }

    /** All of them in the order asked for. @throws NotFound when one is not here */
    public List<Nomination> all(List<UUID> ids) {
        list("id in ?1", ids);
        return ids.stream().map(this::get).toList();
    }
}
