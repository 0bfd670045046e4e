package vn.lantoa.access.token;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.StepUp;
import vn.lantoa.problems.StepUpNeeded;

/** Before the transaction and before a kept answer is given again: a weak token learns nothing by repeating a request. */
@StepUp
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 50)
class StepUpInterceptor {
    private final SecurityIdentity identity;
    private final StepUpConfig config;
    private final TokenConfig tokens;
    private final Clock clock;

    StepUpInterceptor(SecurityIdentity identity, StepUpConfig config, TokenConfig tokens, Clock clock) {
        this.identity = identity;
        this.config = config;
        this.tokens = tokens;
        this.clock = clock;
    }

    @AroundInvoke
    @Nullable
    Object around(InvocationContext call) throws Exception {
        if (!(identity.getPrincipal() instanceof JsonWebToken token) || !isStrong(token) || !isRecent(token)) {
            throw new StepUpNeeded(config.acr(), config.maxAge());
        }
        return call.proceed();
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
