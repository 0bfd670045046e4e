package vn.lantoa.units.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.audit.Audit;
import vn.lantoa.events.Act;
import vn.lantoa.events.units.PersonRegistered;
import vn.lantoa.outbox.Outbox;
import vn.lantoa.rest.Ids;
import vn.lantoa.units.period.Period;

/** Registers a person or links an account: by a caller, or by the command for the first administrator. */
@ApplicationScoped
public class RegisterPersons {
    private final Persons persons;
    private final Accounts accounts;
    private final PersonContents contents;
    private final PersonViews views;
    private final Audit audit;
    private final Outbox outbox;
    private final Clock clock;

    RegisterPersons(
            Persons persons,
            Accounts accounts,
            PersonContents contents,
            PersonViews views,
            Audit audit,
            Outbox outbox,
            Clock clock) {
        this.persons = persons;
        this.accounts = accounts;
        this.contents = contents;
        this.views = views;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public PersonView register(RegisterPerson command, @Nullable UUID by) {
        var now = clock.instant();
        var content = command.content();
        var person = Person.register(Ids.orNext(command.id()), content, LocalDate.now(clock), now);
        persons.persistAndFlush(person);
        var masked = contents.writeNew(person.id(), content);
        // what is sensitive enters the trail only as ciphertext under the person's key
        audit.record("person.register", "person", person.id(), null, content, person.id());
        outbox.publish(new PersonRegistered(person.id(), new Act("person.register", now, by, null), person.state()));
        return views.ofNew(person, masked, content.otherNames());
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public AccountView link(UUID person, LinkAccount command, @Nullable UUID by) {
        persons.get(person).requireStanding();
        var period = Period.given(command.validFrom(), command.validTo(), "");
        var now = clock.instant();
        var account =
                PersonAccount.link(Ids.orNext(command.id()), person, command.issuer(), command.subject(), period, now);
        accounts.link(account, by, now);
        return account.view();
    }
}
