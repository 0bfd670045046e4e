package vn.lantoa.testsupport;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Bearer tokens of the shared identity provider: {@code given().auth().oauth2(Tokens.of("officer"))}. */
public final class Tokens {

    private static final Map<String, String> ISSUED = new ConcurrentHashMap<>();

    private Tokens() {}

    /** The token of a subject. */
    public static String of(String subject) {
        return ISSUED.computeIfAbsent(subject, name -> LocalIdentity.token(SharedServices.issuer(), name));
    }

    /** Issuer of all these tokens. */
    public static String issuer() {
        return SharedServices.issuer();
    }
}
