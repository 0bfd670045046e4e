package vn.lantoa.access.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.Key;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** A good token unless something is changed about it. */
final class Forged {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, @Nullable Object> claims = new LinkedHashMap<>();
    private final Map<String, Object> headers = new LinkedHashMap<>();
    private String algorithm = "RS256";
    private @Nullable Key key;
    private @Nullable String payload;

    Forged(ForgingIdentity identity, String subject) {
        long now = Instant.now().getEpochSecond();
        claims.put("iss", identity.issuer());
        claims.put("sub", subject);
        claims.put("aud", "lantoa");
        claims.put("iat", now);
        claims.put("nbf", now);
        claims.put("exp", now + 300);
        headers.put("kid", identity.key().getKeyId());
        key = identity.key().getPrivateKey();
    }

    /** Null takes the claim away. */
    Forged claim(String name, @Nullable Object value) {
        if (value == null) {
            claims.remove(name);
        } else {
            claims.put(name, value);
        }
        return this;
    }

    /** So many seconds from now. */
    Forged in(String name, long seconds) {
        return claim(name, Instant.now().getEpochSecond() + seconds);
    }

    Forged header(String name, Object value) {
        headers.put(name, value);
        return this;
    }

    Forged signed(String by, @Nullable Key with) {
        algorithm = by;
        key = with;
        return this;
    }

    /** The text that is signed, whatever the claims say. */
    Forged text(Consumer<StringBuilder> change) {
        var text = new StringBuilder(json());
        change.accept(text);
        payload = text.toString();
        return this;
    }

    String token() {
        var jws = new JsonWebSignature();
        jws.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        jws.setPayload(payload == null ? json() : payload);
        jws.setAlgorithmHeaderValue(algorithm);
        headers.forEach(jws.getHeaders()::setObjectHeaderValue);
        jws.setKey(key);
        jws.setDoKeyValidation(false);
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private String json() {
        try {
            return JSON.writeValueAsString(claims);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
