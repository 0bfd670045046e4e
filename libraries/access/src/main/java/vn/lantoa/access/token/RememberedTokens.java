package vn.lantoa.access.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.oidc.runtime.OidcIdentityProvider;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * What a token proves is checked by the OIDC extension and {@link TokenRules} and remembered for a minute at most: its
 * signature does not change, and a screen sends the same token with each of its calls. The whole text is the key, so nothing
 * but the very same token is recognised; its end is looked at each time; rights are no part of it. A key that is met for
 * the first time means that the provider's keys were fetched anew, and everything is forgotten: one of them may be withdrawn.
 *
 * <p>A token carries who and no permission: what its {@code scope} says only narrows rights, it never becomes one.
 */
@ApplicationScoped
class RememberedTokens implements IdentityProvider<TokenAuthenticationRequest> {
    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final long CHARACTERS = 4L * 1024 * 1024;
    private static final int KEYS = 100;

    private final OidcIdentityProvider oidc;
    private final Clock clock;
    private final Set<String> keys = ConcurrentHashMap.newKeySet();
    private final Cache<String, Proven> tokens = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumWeight(CHARACTERS)
            .weigher((String token, Proven proven) -> token.length())
            .build();

    RememberedTokens(OidcIdentityProvider oidc, Clock clock) {
        this.oidc = oidc;
        this.clock = clock;
    }

    /** @param principal the claims, read once */
    private record Proven(JsonWebToken principal, Set<String> roles, Instant ends) {
        SecurityIdentity identity(TokenAuthenticationRequest request) {
            var identity = QuarkusSecurityIdentity.builder()
                    .setPrincipal(principal)
                    .addCredential(request.getToken())
                    .addRoles(roles);
            var http = HttpSecurityUtils.getRoutingContextAttribute(request);
            return http == null
                    ? identity.build()
                    : identity.addAttribute(RoutingContext.class.getName(), http)
                            .build();
        }
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    /** Before the provider of the extension, which is asked from here. */
    @Override
    public int priority() {
        return oidc.priority() + 1;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        var known = tokens.getIfPresent(request.getToken().getToken());
        if (known != null && clock.instant().isBefore(known.ends)) {
            return Uni.createFrom().item(known.identity(request));
        }
        return oidc.authenticate(request, context).map(identity -> proven(request, identity));
    }

    private SecurityIdentity proven(TokenAuthenticationRequest request, SecurityIdentity identity) {
        if (!(identity.getPrincipal() instanceof JsonWebToken principal)) {
            return identity;
        }
        var token = request.getToken().getToken();
        var proven = new Proven(principal, identity.getRoles(), Instant.ofEpochSecond(principal.getExpirationTime()));
        forgetWhenKeysChanged(key(token));
        tokens.put(token, proven);
        return proven.identity(request);
    }

    private void forgetWhenKeysChanged(@Nullable String key) {
        if (key != null && keys.add(key)) {
            tokens.invalidateAll();
            if (keys.size() > KEYS) {
                keys.clear();
            }
        }
    }

    private static @Nullable String key(String token) {
        try {
            return JsonWebStructure.fromCompactSerialization(token).getKeyIdHeaderValue();
        } catch (JoseException unreadable) {
            return null;
        }
    }
}
