package vn.lantoa.access;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import vn.lantoa.observability.LogContext;
import vn.lantoa.problems.DomainException;
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

    /** Attribute of the identity: the rights of who asks, where they view as another person. */
    static final String VIEWER = "lantoa.viewer";
    /** Attribute of the identity: why nobody is viewed as, though it was asked for. */
    static final String REFUSAL = "lantoa.view-as-refusal";

    private final RightsLookup lookup;
    private final RightsAge age;
    private final ViewAs viewAs;

    RightsAugmentor(RightsLookup lookup, RightsAge age, ViewAs viewAs) {
        this.lookup = lookup;
        this.age = age;
        this.viewAs = viewAs;
    }

    @Override
    public Uni<SecurityIdentity> augment(
            SecurityIdentity identity, AuthenticationRequestContext context, Map<String, Object> attributes) {
        RoutingContext http = HttpSecurityUtils.getRoutingContextAttribute(attributes);
        Account account = identity.isAnonymous() ? null : Account.of(identity).orElse(null);
        if (account == null || http == null || !http.request().headers().contains(ViewAs.HEADER)) {
            return augment(identity, context);
        }
        return context.runBlocking(() -> viewing(identity, account, http.request()));
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
        called(rights);
        return holding(identity, rights).build();
    }

    private SecurityIdentity viewing(SecurityIdentity identity, Account account, HttpServerRequest request) {
        try {
            HeldRights own = TokenScopes.narrow(lookup.of(account), identity);
            called(own);
            HeldRights shown = viewAs.rights(
                    own,
                    request.method().name(),
                    request.headers().getAll(ViewAs.HEADER),
                    all -> TokenScopes.narrow(all, identity));
            return holding(identity, shown).addAttribute(VIEWER, own).build();
        } catch (DomainException | AccessException refusal) {
            return QuarkusSecurityIdentity.builder(identity)
                    .addAttribute(RIGHTS, HeldRights.NONE)
                    .addAttribute(REFUSAL, refusal)
                    .addPermissionChecker(permission -> Uni.createFrom().failure(refusal))
                    .build();
        }
    }

    private static void called(HeldRights rights) {
        var person = rights.person();
        if (person != null) {
            LogContext.put(LogContext.PERSON_ID, person);
        }
    }

    private QuarkusSecurityIdentity.Builder holding(SecurityIdentity identity, HeldRights rights) {
        return QuarkusSecurityIdentity.builder(identity)
                .addAttribute(RIGHTS, rights)
                .addPermissionChecker(permission -> check(rights, permission.getName()));
    }

    private Uni<Boolean> check(HeldRights rights, String permission) {
        try {
            age.requireUsable(rights, permission);
            return Uni.createFrom().item(rights.holds(permission));
        } catch (Unavailable stale) {
            return Uni.createFrom().failure(stale);
        }
    }
}
