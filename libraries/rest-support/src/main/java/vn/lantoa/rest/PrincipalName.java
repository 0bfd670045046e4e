package vn.lantoa.rest;

import io.quarkus.arc.DefaultBean;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

/** The name of the authenticated principal, where nobody knows better. */
@DefaultBean
@Singleton
class PrincipalName implements ClientName {
    private final Instance<SecurityIdentity> identity;

    PrincipalName(Instance<SecurityIdentity> identity) {
        this.identity = identity;
    }

    @Override
    public String get() {
        if (identity.isUnsatisfied() || identity.get().isAnonymous()) {
            return "anonymous";
        }
        return identity.get().getPrincipal().getName();
    }
}
