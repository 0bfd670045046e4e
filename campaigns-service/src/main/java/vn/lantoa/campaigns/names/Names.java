package vn.lantoa.campaigns.names;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.knownunits.KnownPersons;
import vn.lantoa.knownunits.KnownUnits;
import vn.lantoa.knownunits.PersonsOfUnits;
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Invalid;

/** Names to show, from the replicas. */
@ApplicationScoped
public class Names {
    private final KnownUnits units;
    private final KnownPersons persons;
    private final PersonsOfUnits belonging;

    Names(KnownUnits units, KnownPersons persons, PersonsOfUnits belonging) {
        this.units = units;
        this.persons = persons;
        this.belonging = belonging;
    }

    /** The unit as of a day, with those who stand for it when it no longer exists. */
    public UnitRef unit(UUID id, LocalDate day) {
        return units.find(id, day)
                .map(unit -> unit.existing()
                        ? UnitRef.of(unit)
                        : UnitRef.of(unit)
                                .withSuccessors(units.successorsOn(id, day).stream()
                                        .map(UnitRef::of)
                                        .toList()))
                .orElseGet(() -> new UnitRef(id, null, false, List.of()));
    }

    /**
     * The unit, which must exist on that day.
     *
     * @throws vn.lantoa.problems.Unavailable 503 {@code not-yet-known} when its event has not come yet
     * @throws Invalid 422 {@code unit-not-existing} at the pointer
     */
    public UnitRef existing(UUID id, LocalDate day, String pointer) {
        var unit = units.require(id, day);
        if (!unit.existing()) {
            throw new Invalid("unit-not-existing", FieldError.at(pointer, "unit-not-existing", unit.name(), day));
        }
        return UnitRef.of(unit);
    }

    public @Nullable PersonRef person(@Nullable UUID id) {
        return id == null
                ? null
                : persons.find(id)
                        .map(person -> new PersonRef(id, person.displayName()))
                        .orElseGet(() -> new PersonRef(id, null));
    }

    /** @throws vn.lantoa.problems.Unavailable 503 {@code not-yet-known} when the person's event has not come yet */
    public PersonRef known(UUID id) {
        return new PersonRef(id, persons.require(id).displayName());
    }

    /** Of somebody else: as {@link PersonsOfUnits#require} says. */
    public PersonRef knownAt(UUID id, UUID unit) {
        return new PersonRef(id, belonging.require(id, unit).displayName());
    }
}
