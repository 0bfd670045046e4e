package vn.lantoa.knownunits;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.lantoa.privacy.PersonalData;

/** The replica of persons: an id and a name to show. */
public interface KnownPersons {
    /** @throws vn.lantoa.problems.Unavailable 503 {@code not-yet-known} when its event has not come yet */
    KnownPerson require(UUID person);

    Optional<KnownPerson> find(UUID person);

    /** Those of the persons that are known. */
    List<KnownPerson> findAll(Collection<UUID> persons);

    record KnownPerson(UUID id, @PersonalData("NAME") String displayName) {}
}
