package vn.lantoa.access;

import jakarta.enterprise.context.RequestScoped;
import vn.lantoa.rest.ClientName;

/** Idempotency keys belong to an account: a bare subject could come from two issuers. */
@RequestScoped
class CallerName implements ClientName {
    private final Caller caller;

    CallerName(Caller caller) {
        this.caller = caller;
    }

    @Override
    public String get() {
        return caller.account();
    }
}
