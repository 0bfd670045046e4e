package vn.lantoa.testsupport;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Bearer tokens of the shared identity provider: {@code given().auth().oauth2(Tokens.of("officer"))}. */
public final class Tokens {

    /** Well before they end; services refuse what holds longer than five minutes. */
    private static final Duration KEPT = Duration.ofMinutes(4);

    private static final Map<String, Issued> ISSUED = new ConcurrentHashMap<>();

    private Tokens() {}

    private record Issued(String token, Instant until) {
        boolean isGood() {
            return Instant.now().isBefore(until);
        }
    }

    /** The token of a subject who has just logged in with a second factor. */
    public static String of(String subject) {
        Issued kept = ISSUED.compute(
                subject,
                (name, before) -> before != null && before.isGood()
                        ? before
                        : new Issued(
                                LocalIdentity.token(SharedServices.issuer(), name),
                                Instant.now().plus(KEPT)));
        return kept.token();
    }

    /** The token of a subject who has logged in with a password alone. */
    public static String weak(String subject) {
        return LocalIdentity.token(SharedServices.issuer(), subject, "password");
    }

    /** The token of another system, narrowed to these scopes (blank: not narrowed). */
    public static String ofClient(String client, String scopes) {
        return LocalIdentity.clientToken(SharedServices.issuer(), client, scopes);
    }

    /** A token of the subject that ended some minutes ago. */
    public static String expired(String subject) {
        return LocalIdentity.odd(SharedServices.issuer(), subject, "lantoa", Duration.ofMinutes(10));
    }

    /** A token of the subject that says it begins in some minutes. */
    public static String ofTomorrow(String subject) {
        return LocalIdentity.odd(SharedServices.issuer(), subject, "lantoa", Duration.ofMinutes(-10));
    }

    /** A token of the subject for another service than those of Lan Tỏa. */
    public static String forAudience(String subject, String audience) {
        return LocalIdentity.odd(SharedServices.issuer(), subject, audience, Duration.ZERO);
    }

    /** A token of the subject from another realm of the same provider, with keys of its own. */
    public static String ofRealm(String realm, String subject) {
        String issuer = SharedServices.issuer();
        return LocalIdentity.token(issuer.substring(0, issuer.lastIndexOf('/') + 1) + realm, subject);
    }

    /** Issuer of all these tokens. */
    public static String issuer() {
        return SharedServices.issuer();
    }
}
