package vn.lantoa.units.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import vn.lantoa.events.units.PersonErased;

/**
 * Erases what is sensitive of a person: key, ciphertext and hashes, staff code, gender, ethnic group, other names and
 * declared relatives. Id, name and what awards refer to stay; the trail stays readable but for what lay under the key.
 */
@ApplicationScoped
class ErasePersons {
    private final Persons persons;
    private final PersonReads reads;
    private final PersonHolds holds;
    private final PersonNames names;
    private final SealedValues sealed;
    private final PersonViews views;
    private final PersonJournal journal;
    private final Event<PersonErases> erasing;
    private final Clock clock;

    ErasePersons(
            Persons persons,
            PersonReads reads,
            PersonHolds holds,
            PersonNames names,
            SealedValues sealed,
            PersonViews views,
            PersonJournal journal,
            Event<PersonErases> erasing,
            Clock clock) {
        this.persons = persons;
        this.reads = reads;
        this.holds = holds;
        this.names = names;
        this.sealed = sealed;
        this.views = views;
        this.journal = journal;
        this.erasing = erasing;
        this.clock = clock;
    }

    private record Reason(String reason) {}

    @Transactional(Transactional.TxType.MANDATORY)
    PersonView erase(Person person, Because command) {
        person.requireStanding();
        person.requireNotErased();
        holds.lock(person.id());
        holds.requireNone(person.id());
        var now = clock.instant();
        // every record of the person; the one that stands comes last and gathers what is left
        for (var merged : reads.merged(person.id())) {
            erase(persons.get(merged), command, now);
        }
        erase(person, command, now);
        erasing.fire(new PersonErases(person.id(), now));
        names.gather(person.id());
        return views.of(person, SealedValues.Masked.of(null, null));
    }

    private void erase(Person person, Because command, Instant now) {
        if (person.erasedAt() != null) {
            return;
        }
        person.erase(now);
        persons.flush();
        names.replace(person.id(), null);
        sealed.erase(person.id());
        var act = journal.act("person.erase", now, null);
        journal.write(new PersonErased(person.id(), act, person.state()), act, null, new Reason(command.reason()));
    }
}
