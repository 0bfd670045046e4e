package vn.lantoa.units.bulk;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;
import vn.lantoa.problems.NotFound;

/** The kinds of files there are. */
@Singleton
class BulkKinds {
    /** In the order in which the files of a whole register are brought. */
    static final String DESCRIBED = "Kind of file; those of a whole register in this order: units, reorganisations,"
            + " unit-lineage, unit-relations, unit-profiles, persons, person-names, person-members, person-mergers,"
            + " memberships, posts, grants; tables of a reform to come: reorganisation-mappings";

    private final Instance<BulkKind> kinds;

    BulkKinds(Instance<BulkKind> kinds) {
        this.kinds = kinds;
    }

    /** @throws NotFound 404 {@code file-kind-not-found} */
    BulkKind get(String name) {
        return kinds.stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFound(
                        "file-kind-not-found",
                        name,
                        kinds.stream().map(BulkKind::name).sorted().collect(Collectors.joining(", "))));
    }
}
