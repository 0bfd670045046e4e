package vn.lantoa.units.person;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.AccessReplica;
import vn.lantoa.audit.Audit;
import vn.lantoa.events.Act;
import vn.lantoa.events.units.AccountEvent;
import vn.lantoa.events.units.AccountLinked;
import vn.lantoa.events.units.AccountState;
import vn.lantoa.events.units.AccountUnlinked;
import vn.lantoa.outbox.Outbox;
import vn.lantoa.problems.Conflict;
import vn.lantoa.problems.NotFound;
import vn.lantoa.sql.Query;

/** Which accounts stand for whom, with what each change of them leaves. */
@ApplicationScoped
class Accounts implements PanacheRepositoryBase<PersonAccount, UUID> {
    private final Audit audit;
    private final Outbox outbox;
    private final AccessReplica rights;
    private final DataSource database;

    Accounts(Audit audit, Outbox outbox, AccessReplica rights, DataSource database) {
        this.audit = audit;
        this.outbox = outbox;
        this.rights = rights;
        this.database = database;
    }

    /** @throws NotFound 404 {@code account-not-found} */
    PersonAccount get(UUID person, UUID id) {
        return find("id = ?1 and person = ?2", id, person)
                .firstResultOptional()
                .orElseThrow(() -> new NotFound("account-not-found", id));
    }

    List<AccountView> ofPerson(UUID person) {
        return list("person = ?1 order by id", person).stream()
                .map(PersonAccount::view)
                .toList();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void link(PersonAccount account, @Nullable UUID by, Instant now) {
        persistAndFlush(account);
        requireNoMachine(account.state());
        var act = new Act("account.link", now, by, null);
        write("account.link", null, new AccountLinked(account.id(), act, account.state()));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void unlink(PersonAccount account, LocalDate day, @Nullable UUID by, Instant now) {
        var before = account.state();
        account.unlink(day, now);
        flush();
        var act = new Act("account.unlink", now, by, null);
        write("account.unlink", before, new AccountUnlinked(account.id(), act, account.state()));
    }

    /** @throws Conflict 409 {@code account-of-a-machine} */
    private void requireNoMachine(AccountState account) {
        var machines = Query.of(
                        "SELECT count(*) FROM machine_client WHERE issuer = ? AND subject = ? AND valid && daterange(?::date, ?::date)",
                        account.issuer(),
                        account.subject(),
                        account.validFrom(),
                        account.validTo())
                .count(database);
        if (machines > 0) {
            throw new Conflict("account-of-a-machine");
        }
    }

    private void write(String action, @Nullable AccountState before, AccountEvent event) {
        audit.record(action, "account", event.subject(), before, event.state());
        outbox.publish(event);
        rights.apply(event);
    }
}
