package vn.lantoa.access;

import io.quarkus.security.identity.SecurityIdentity;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * A token may say that less is to be done with it than its bearer may: with scopes {@code lantoa:<permission>} only those
 * permissions count. It can never add one.
 */
final class TokenScopes {
    private static final String PREFIX = "lantoa:";

    private TokenScopes() {}

    static HeldRights narrow(HeldRights rights, SecurityIdentity identity) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)
                || !(token.getClaim("scope") instanceof String scopes)
                || !scopes.contains(PREFIX)) {
            return rights;
        }
        Set<String> named = Arrays.stream(scopes.split(" ", -1))
                .filter(scope -> scope.startsWith(PREFIX))
                .map(scope -> scope.substring(PREFIX.length()))
                .collect(Collectors.toUnmodifiableSet());
        return named.isEmpty() ? rights : rights.narrowedTo(named);
    }
}
