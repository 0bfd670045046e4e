package vn.lantoa.outbox;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import vn.lantoa.problems.Forbidden;

/** In tests the user named operator operates the service. */
@ApplicationScoped
class TestOperatorRights implements OperatorRights {
    static final String OPERATOR = "operator";

    private final SecurityIdentity identity;

    TestOperatorRights(SecurityIdentity identity) {
        this.identity = identity;
    }

    @Override
    public void requireEverywhere(String permission) {
        if (!OPERATOR.equals(identity.getPrincipal().getName())) {
            throw new Forbidden("forbidden");
        }
    }
}
