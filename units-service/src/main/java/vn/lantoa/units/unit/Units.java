package vn.lantoa.units.unit;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import vn.lantoa.problems.NotFound;

/** The register of units. */
@ApplicationScoped
public class Units implements PanacheRepositoryBase<Unit, UUID> {
    private static final int STEP = 1000;

    /** @throws NotFound 404 {@code unit-not-found} */
    public Unit get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("unit-not-found", id));
    }

    public List<Unit> all(Collection<UUID> ids) {
        return inSteps(ids, step -> list("id in ?1", step));
    }

    /** The units that stand directly under one of these, on any line, on any day. */
    public List<Unit> everUnder(Collection<UUID> parents) {
        return inSteps(
                        parents,
                        step -> list("id in (select p.unit.id from UnitPlacement p where p.parent in ?1)", step))
                .stream()
                .distinct()
                .toList();
    }

    /** The units that bear or bore one of these codes. */
    public List<UnitIdentifier> bearersOf(Collection<String> values) {
        return inSteps(
                values,
                step -> getEntityManager()
                        .createQuery(
                                "from UnitIdentifier i join fetch i.unit where i.value in ?1", UnitIdentifier.class)
                        .setParameter(1, step)
                        .getResultList());
    }

    /** A statement takes only so many values. */
    private static <K, T> List<T> inSteps(Collection<K> keys, Function<List<K>, List<T>> step) {
        var all = List.copyOf(keys);
        var found = new ArrayList<T>();
        for (int from = 0; from < all.size(); from += STEP) {
            found.addAll(step.apply(all.subList(from, Math.min(all.size(), from + STEP))));
        }
        return found;
    }
}
