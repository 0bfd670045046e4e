package vn.lantoa.units.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** The parts of a record that lie beside its row: other names, members, sealed values. */
@ApplicationScoped
class PersonContents {
    private final PersonNames names;
    private final PersonMembers members;
    private final SealedValues sealed;

    PersonContents(PersonNames names, PersonMembers members, SealedValues sealed) {
        this.names = names;
        this.members = members;
        this.sealed = sealed;
    }

    /** The whole of a record as a correction sees it, sealed values in the clear. */
    @Transactional(Transactional.TxType.MANDATORY)
    CorrectPerson read(Person person) {
        var opened = sealed.opened(person.id());
        return new CorrectPerson(
                person.name(),
                person.kind(),
                names.of(person.id()),
                person.staffCode(),
                person.gender(),
                person.ethnicGroup(),
                opened.birthDay(),
                opened.identityNumber(),
                person.diedOn(),
                person.nationality(),
                person.taxCode(),
                person.unit(),
                members.of(person.id()).stream().map(PersonView.MemberView::id).toList());
    }

    /** Of a record that has just been registered: only what there is. */
    @Transactional(Transactional.TxType.MANDATORY)
    SealedValues.Masked writeNew(UUID person, CorrectPerson content) {
        if (content.otherNames() != null && !content.otherNames().isEmpty()) {
            names.replace(person, content.otherNames());
        }
        if (content.members() != null && !content.members().isEmpty()) {
            members.replace(person, content.members());
        }
        return content.birthDate() == null && content.identityNumber() == null
                ? SealedValues.Masked.of(null, null)
                : sealed.seal(person, content.birthDate(), content.identityNumber());
    }

    @Transactional(Transactional.TxType.MANDATORY)
    SealedValues.Masked write(UUID person, CorrectPerson content) {
        names.replace(person, content.otherNames());
        members.replace(person, content.members());
        return sealed.seal(person, content.birthDate(), content.identityNumber());
    }
}
