package vn.lantoa.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.UUID;
import vn.lantoa.problems.Forbidden;

/** Asks for rights over the whole service, and refuses where nobody can tell; has kept what was done with them. */
@ApplicationScoped
class Operators {
    private final Instance<OperatorRights> rights;

    private final Instance<OperatorJournal> journal;

    Operators(Instance<OperatorRights> rights, Instance<OperatorJournal> journal) {
        this.rights = rights;
        this.journal = journal;
    }

    void require(String permission) {
        if (!rights.isResolvable()) {
            throw new Forbidden("forbidden");
        }
        rights.get().requireEverywhere(permission);
    }

    void record(String action, String entity, UUID id, Object what) {
        journal.forEach(each -> each.record(action, entity, id, what));
    }
}
