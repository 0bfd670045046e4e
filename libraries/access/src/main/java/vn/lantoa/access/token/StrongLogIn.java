package vn.lantoa.access.token;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import vn.lantoa.problems.StepUpNeeded;

/** Whether the token comes from a log-in that is strong and recent enough for the gravest acts. */
@ApplicationScoped
public class StrongLogIn {
    private final SecurityIdentity identity;
    private final StepUpConfig config;
    private final TokenConfig tokens;
    private final Clock clock;

    StrongLogIn(SecurityIdentity identity, StepUpConfig config, TokenConfig tokens, Clock clock) {
        this.identity = identity;
        this.config = config;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** @throws StepUpNeeded 401 {@code insufficient-user-authentication} with what to ask the identity provider for */
    public void require() {
        if (!(identity.getPrincipal() instanceof JsonWebToken token) || !isStrong(token) || !isRecent(token)) {
            throw new StepUpNeeded(config.acr(), config.maxAge());
        }
    }

    private boolean isStrong(JsonWebToken token) {
        return token.getClaim("acr") instanceof String acr && config.acr().contains(acr);
    }

    private boolean isRecent(JsonWebToken token) {
        var at = seconds(token.getClaim("auth_time"));
        if (at == null) {
            return false;
        }
        Instant now = clock.instant();
        Instant loggedIn = Instant.ofEpochSecond(at);
        return !loggedIn.isBefore(now.minus(config.maxAge())) && !loggedIn.isAfter(now.plus(tokens.clockSkew()));
    }

    private static @Nullable Long seconds(@Nullable Object claim) {
        var text = String.valueOf(claim);
        return text.matches("\\d{1,12}") ? Long.valueOf(text) : null;
    }
}
