package vn.lantoa.access;

import io.quarkus.security.identity.SecurityIdentity;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import vn.lantoa.privacy.PersonalData;

/** An OIDC account: who vouches, and for whom. */
record Account(
        @PersonalData("ACCOUNT") String issuer,
        @PersonalData("ACCOUNT") String subject) {
    /** The account of a token; empty for anonymous callers and for anything that is not a token with both claims. */
    static Optional<Account> of(SecurityIdentity identity) {
        if (identity.getPrincipal() instanceof JsonWebToken token
                && token.getIssuer() != null
                && token.getSubject() != null) {
            return Optional.of(new Account(token.getIssuer(), token.getSubject()));
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return issuer + " " + subject;
    }
}
