package vn.lantoa.access.token;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.jwt.consumer.Validator;
import org.jspecify.annotations.Nullable;

/**
 * What a token must be beyond what the OIDC extension checks (signature, issuer, audience, expiry, not before): short-lived,
 * not from the future, an access token, signed by an algorithm of the list, and for one who may bear it.
 */
@ApplicationScoped
@Unremovable
class TokenRules implements Validator {
    private static final int LONGEST_NAME = 255;
    /** Of headers; what else there is (identity, log-out, set tokens) is no access token. */
    private static final Set<String> HEADER_TYPES = Set.of("jwt", "at+jwt", "application/at+jwt");

    private final TokenConfig config;
    private final Installation installation;
    private final Clock clock;

    TokenRules(TokenConfig config, Installation installation, Clock clock) {
        this.config = config;
        this.installation = installation;
        this.clock = clock;
    }

    /** Null for a good token, else what is wrong with it; that stands in the log at level debug, never in an answer. */
    @Override
    public @Nullable String validate(JwtContext context) throws MalformedClaimException {
        var claims = context.getJwtClaims();
        var wrong = header(context);
        if (wrong == null) {
            wrong = times(claims);
        }
        return wrong == null ? bearer(claims) : wrong;
    }

    private @Nullable String header(JwtContext context) {
        var jws = context.getJoseObjects().getFirst();
        var type = jws.getHeader("typ");
        if (type != null && !HEADER_TYPES.contains(type.toLowerCase(Locale.ROOT))) {
            return "is no access token";
        }
        return config.algorithms().contains(jws.getAlgorithmHeaderValue()) ? null : "is signed by another algorithm";
    }

    private @Nullable String times(JwtClaims claims) throws MalformedClaimException {
        var issued = claims.getIssuedAt();
        var expires = claims.getExpirationTime();
        if (issued == null || expires == null) {
            return "does not say from when to when it holds";
        }
        if (instant(issued).isAfter(clock.instant().plus(config.clockSkew()))) {
            return "was issued in the future";
        }
        var lifetime = Duration.ofSeconds(Math.subtractExact(expires.getValue(), issued.getValue()));
        return lifetime.compareTo(config.maxLifetime()) > 0 ? "holds for too long" : null;
    }

    private @Nullable String bearer(JwtClaims claims) throws MalformedClaimException {
        if (claims.getClaimValue("typ") instanceof Object kind && !"Bearer".equals(kind)) {
            return "is not for bearing";
        }
        if (claims.hasClaim("cnf")) {
            return "is bound to a key whose proof is not asked for here";
        }
        if (!isName(claims.getSubject())
                || !isName(claims.getIssuer())
                || claims.getIssuer().indexOf(' ') >= 0) {
            return "names nobody";
        }
        if (installation.isProduction() && !claims.getIssuer().startsWith("https://")) {
            return "comes from an issuer without TLS";
        }
        var issuedTo = claims.getClaimValue("azp");
        return config.clients().isPresent()
                        && !(issuedTo instanceof String client
                                && config.clients().get().contains(client))
                ? "was issued to another client"
                : null;
    }

    /** Issuer (without a blank) and subject make the name of an account, joined by a blank, and stand in logs and the audit trail. */
    private static boolean isName(@Nullable String text) {
        return text != null
                && !text.isBlank()
                && text.length() <= LONGEST_NAME
                && text.codePoints()
                        .noneMatch(c -> c != ' ' && (Character.isISOControl(c) || Character.isWhitespace(c)));
    }

    private static Instant instant(NumericDate date) {
        return Instant.ofEpochSecond(date.getValue());
    }
}
