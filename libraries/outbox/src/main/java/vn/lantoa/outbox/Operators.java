package vn.lantoa.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import vn.lantoa.problems.Forbidden;

/** Asks for rights over the whole service, and refuses where nobody can tell. */
@ApplicationScoped
class Operators {
    private final Instance<OperatorRights> rights;

    Operators(Instance<OperatorRights> rights) {
        this.rights = rights;
    }

    void require(String permission) {
        if (!rights.isResolvable()) {
            throw new Forbidden("forbidden");
        }
        rights.get().requireEverywhere(permission);
    }
}
