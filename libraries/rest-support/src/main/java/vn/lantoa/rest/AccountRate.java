package vn.lantoa.rest;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.security.Principal;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Answers 429 with Retry-After to an account that asks too often, be it refused or answered otherwise. */
@Singleton
class AccountRate {
    /** The token has been checked, nothing has been matched yet. */
    private static final int AFTER_AUTHENTICATION = 90;

    private final Buckets accounts;
    private final EdgeAnswers answers;

    AccountRate(AccountLimit limit, EdgeAnswers answers) {
        this.accounts = new Buckets(limit.burst(), limit.perMinute(), limit.clients());
        this.answers = answers;
    }

    void filter(@Observes Filters filters) {
        filters.register(this::limit, AFTER_AUTHENTICATION);
    }

    private void limit(RoutingContext context) {
        int wait = context.user() instanceof QuarkusHttpUser user
                        && !user.getSecurityIdentity().isAnonymous()
                ? accounts.take(account(user.getSecurityIdentity().getPrincipal()))
                : 0;
        if (wait > 0) {
            answers.refuse(context, Problem.tooManyRequests(wait));
        } else {
            context.next();
        }
    }

    /** Not by a name, which its bearer may change at the identity provider. */
    private static String account(Principal principal) {
        return principal instanceof JsonWebToken token
                ? token.getIssuer() + " " + token.getSubject()
                : principal.getName();
    }
}
