package vn.lantoa.units.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Persons as they are shown: with other names, members and masked values. */
@ApplicationScoped
public class PersonViews {
    private final PersonNames names;
    private final PersonMembers members;
    private final SealedValues sealed;
    private final Persons persons;

    PersonViews(PersonNames names, PersonMembers members, SealedValues sealed, Persons persons) {
        this.names = names;
        this.members = members;
        this.sealed = sealed;
        this.persons = persons;
    }

    /** The record of that id, whether it stands or was merged. */
    @Transactional(Transactional.TxType.MANDATORY)
    public PersonView of(UUID id) {
        return of(persons.get(id));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    PersonView of(Person person) {
        return of(person, sealed.masked(person.id()));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    PersonView of(Person person, SealedValues.Masked masked) {
        return of(person, masked, names.of(person.id()));
    }

    /** Of a record that has just been registered. */
    @Transactional(Transactional.TxType.MANDATORY)
    PersonView ofNew(Person person, SealedValues.Masked masked, @Nullable List<OtherName> given) {
        return of(person, masked, given == null ? List.of() : given);
    }

    private PersonView of(Person person, SealedValues.Masked masked, List<OtherName> otherNames) {
        return new PersonView(
                person.id(),
                person.kind(),
                person.name(),
                otherNames,
                person.staffCode(),
                person.gender(),
                person.ethnicGroup(),
                masked.birthDate(),
                masked.identityNumber(),
                person.diedOn(),
                person.nationality(),
                person.taxCode(),
                person.unit(),
                person.kind().hasMembers() ? members.of(person.id()) : List.of(),
                person.mergedInto(),
                person.erasedAt(),
                person.version(),
                person.createdAt(),
                person.updatedAt());
    }
}
