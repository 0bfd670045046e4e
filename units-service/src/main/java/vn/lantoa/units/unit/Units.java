package vn.lantoa.units.unit;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import vn.lantoa.problems.NotFound;

/** The register of units. */
@ApplicationScoped
public class Units implements PanacheRepositoryBase<Unit, UUID> {
    /** @throws NotFound 404 {@code unit-not-found} */
    public Unit get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("unit-not-found", id));
    }

    public List<Unit> all(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1", ids);
    }

    /** The units that stand directly under one of these, on any line, on any day. */
    public List<Unit> everUnder(Collection<UUID> parents) {
        return parents.isEmpty()
                ? List.of()
                : list("id in (select p.unit.id from UnitPlacement p where p.parent in ?1)", parents);
    }

    /** The units that bear or bore one of these codes. */
    public List<UnitIdentifier> bearersOf(Collection<String> values) {
        return values.isEmpty()
                ? List.of()
                : getEntityManager()
                        .createQuery(
                                "from UnitIdentifier i join fetch i.unit where i.value in ?1", UnitIdentifier.class)
                        .setParameter(1, values)
                        .getResultList();
    }
}
