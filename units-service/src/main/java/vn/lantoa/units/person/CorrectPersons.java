package vn.lantoa.units.person;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import vn.lantoa.events.units.PersonCorrected;
import vn.lantoa.rest.MergePatch;

/** Mends what is recorded of a person. */
@ApplicationScoped
class CorrectPersons {
    private final Persons persons;
    private final PersonContents contents;
    private final PersonViews views;
    private final PersonJournal journal;
    private final MergePatch patches;
    private final Clock clock;

    CorrectPersons(
            Persons persons,
            PersonContents contents,
            PersonViews views,
            PersonJournal journal,
            MergePatch patches,
            Clock clock) {
        this.persons = persons;
        this.contents = contents;
        this.views = views;
        this.journal = journal;
        this.patches = patches;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    PersonView correct(Person person, JsonNode patch) {
        person.requireStanding();
        person.requireNotErased();
        var before = contents.read(person);
        var after = patches.apply(before, patch, CorrectPerson.class);
        var now = clock.instant();
        person.correct(after, LocalDate.now(clock), now);
        persons.flush();
        var masked = contents.write(person.id(), after);
        var act = journal.act("person.correct", now, null);
        journal.write(new PersonCorrected(person.id(), act, person.state()), act, before, after);
        return views.of(person, masked);
    }
}
