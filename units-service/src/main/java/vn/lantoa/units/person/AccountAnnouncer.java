package vn.lantoa.units.person;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.DomainEvent;
import vn.lantoa.events.units.AccountLinked;
import vn.lantoa.outbox.Announcer;

/** Tells again for whom an account stands, and until when. */
@ApplicationScoped
class AccountAnnouncer implements Announcer {
    private final Accounts accounts;

    AccountAnnouncer(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String kind() {
        return "account";
    }

    @Override
    public String table() {
        return "person_account";
    }

    @Override
    public Optional<DomainEvent> current(UUID id, Act announcing) {
        return accounts.findByIdOptional(id).map(found -> new AccountLinked(id, announcing, found.state()));
    }
}
