package vn.lantoa.access;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import vn.lantoa.observability.LogContext;
import vn.lantoa.problems.Unavailable;

/**
 * Gives a token the permissions its person holds today, so that {@code @PermissionsAllowed} works. A token without an
 * account is a citizen: authenticated, without permissions. When rights cannot be read the token still says who calls, and
 * whatever asks for a permission fails with the reason.
 */
@ApplicationScoped
class RightsAugmentor implements SecurityIdentityAugmentor {
    /** Attribute of the identity. */
    static final String RIGHTS = "lantoa.rights";

    private final RightsLookup lookup;
    private final RightsAge age;

    RightsAugmentor(RightsLookup lookup, RightsAge age) {
        this.lookup = lookup;
        this.age = age;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        Account account = identity.isAnonymous() ? null : Account.of(identity).orElse(null);
        if (account == null) {
            return Uni.createFrom().item(identity);
        }
        HeldRights remembered = lookup.remembered(account);
        return remembered != null
                ? Uni.createFrom().item(with(identity, remembered))
                : context.runBlocking(() -> read(identity, account));
    }

    private SecurityIdentity read(SecurityIdentity identity, Account account) {
        try {
            return with(identity, lookup.of(account));
        } catch (AccessException unreadable) {
            return QuarkusSecurityIdentity.builder(identity)
                    .addPermissionChecker(permission -> Uni.createFrom().failure(unreadable))
                    .build();
        }
    }

    private SecurityIdentity with(SecurityIdentity identity, HeldRights all) {
        HeldRights rights = TokenScopes.narrow(all, identity);
        var person = rights.person();
        if (person != null) {
            LogContext.put(LogContext.PERSON_ID, person);
        }
        return QuarkusSecurityIdentity.builder(identity)
                .addAttribute(RIGHTS, rights)
                .addPermissionChecker(permission -> check(rights, permission.getName()))
                .build();
    }

    private Uni<Boolean> check(HeldRights rights, String permission) {
        try {
            age.requireUsable(rights);
            return Uni.createFrom().item(rights.holds(permission));
        } catch (Unavailable stale) {
            return Uni.createFrom().failure(stale);
        }
    }
}
