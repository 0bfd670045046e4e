package vn.lantoa.knownunits;

import java.util.UUID;
import vn.lantoa.knownunits.KnownPersons.KnownPerson;

/**
 * Whose business a person is. A person belongs where a membership or a post of theirs is, at the unit or below it; who
 * belongs nowhere that is known here (people from outside, and whoever is known by a confidential line only) may be named
 * by any unit. A unit of a confidential line may name whoever is known: its members are not known here.
 */
public interface PersonsOfUnits {
    /**
     * The person, if the unit may name them: they belong or belonged there, or nowhere.
     *
     * @throws vn.lantoa.problems.Unavailable 503 {@code not-yet-known}, of somebody else's person as of an unknown one
     */
    KnownPerson require(UUID person, UUID unit);

    /** Whether the person belongs to the unit today; who belongs nowhere any more, to where they did last. */
    boolean isOf(UUID person, UUID unit);
}
