package vn.lantoa.access;

import jakarta.enterprise.context.RequestScoped;
import vn.lantoa.outbox.OperatorRights;

/** Who may operate a service holds the permission everywhere. */
@RequestScoped
class CallerOperatorRights implements OperatorRights {
    private final Caller caller;

    CallerOperatorRights(Caller caller) {
        this.caller = caller;
    }

    @Override
    public void requireEverywhere(String permission) {
        caller.requireEverywhere(permission);
    }
}
