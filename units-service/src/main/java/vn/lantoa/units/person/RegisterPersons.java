package vn.lantoa.units.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
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
    private final SealedValues sealed;
    private final Audit audit;
    private final Outbox outbox;
    private final Clock clock;

    RegisterPersons(Persons persons, Accounts accounts, SealedValues sealed, Audit audit, Outbox outbox, Clock clock) {
        this.persons = persons;
        this.accounts = accounts;
        this.sealed = sealed;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public PersonView register(RegisterPerson command, @Nullable UUID by) {
        var now = clock.instant();
        var person = Person.register(Ids.orNext(command.id()), command.name(), now);
        persons.persistAndFlush(person);
        var masked = sealed.seal(command, person.id());
        // birth date and identity number enter the trail only as ciphertext under the person's key
        audit.record("person.register", "person", person.id(), null, command, person.id());
        outbox.publish(new PersonRegistered(person.id(), new Act("person.register", now, by, null), person.state()));
        return new PersonView(
                person.id(),
                person.name(),
                masked.birthDate(),
                masked.identityNumber(),
                person.version(),
                person.createdAt(),
                person.updatedAt());
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public AccountView link(UUID person, LinkAccount command, @Nullable UUID by) {
        persons.get(person);
        var period = Period.given(command.validFrom(), command.validTo(), "");
        var now = clock.instant();
        var account =
                PersonAccount.link(Ids.orNext(command.id()), person, command.issuer(), command.subject(), period, now);
        accounts.link(account, by, now);
        return account.view();
    }
}
