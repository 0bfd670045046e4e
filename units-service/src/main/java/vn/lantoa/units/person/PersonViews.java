package vn.lantoa.units.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

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
        return new PersonView(
                person.id(),
                person.kind(),
                person.name(),
                names.of(person.id()),
                person.staffCode(),
                person.gender(),
                person.ethnicGroup(),
                masked.birthDate(),
                masked.identityNumber(),
                person.diedOn(),
                person.nationality(),
                person.taxCode(),
                person.unit(),
                members.of(person.id()),
                person.mergedInto(),
                person.erasedAt(),
                person.version(),
                person.createdAt(),
                person.updatedAt());
    }
}
