package vn.lantoa.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.lang.JoseException;

/**
 * The values of restricted topics: JWE compact, {@code dir} with A256GCM, the key shared by the three services. While the key
 * is being changed, what was written under a retired one can still be read.
 */
@ApplicationScoped
class RestrictedValues {
    private static final int KEY_BYTES = 32;
    private final Key key;
    /** The present one first. */
    private final List<Key> readable;

    RestrictedValues(
            @ConfigProperty(name = "lantoa.restricted-key") String base64Key,
            @ConfigProperty(name = "lantoa.restricted-keys-retired") Optional<List<String>> retired) {
        this.key = key("lantoa.restricted-key", base64Key);
        this.readable = Stream.concat(
                        Stream.of(key),
                        retired.orElse(List.of()).stream().map(old -> key("lantoa.restricted-keys-retired", old)))
                .toList();
    }

    private static Key key(String name, String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64.strip());
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException(name + " must be 32 bytes in Base64");
        }
        return new SecretKeySpec(bytes, "AES");
    }

    String encrypt(byte[] plain) {
        var jwe = envelope(key);
        jwe.setAlgorithmHeaderValue(KeyManagementAlgorithmIdentifiers.DIRECT);
        jwe.setEncryptionMethodHeaderParameter(ContentEncryptionAlgorithmIdentifiers.AES_256_GCM);
        jwe.setPlaintext(plain);
        try {
            return jwe.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("Cannot encrypt a restricted value", e);
        }
    }

    byte[] decrypt(byte[] compact) throws JoseException {
        var text = new String(compact, StandardCharsets.US_ASCII);
        for (var older : readable.subList(0, readable.size() - 1)) {
            try {
                return opened(older, text);
            } catch (JoseException underAnotherKey) {
                // one of those that follow
            }
        }
        return opened(readable.getLast(), text);
    }

    private static byte[] opened(Key key, String compact) throws JoseException {
        var jwe = envelope(key);
        jwe.setCompactSerialization(compact);
        return jwe.getPlaintextBytes();
    }

    private static JsonWebEncryption envelope(Key key) {
        var jwe = new JsonWebEncryption();
        jwe.setAlgorithmConstraints(
                new AlgorithmConstraints(ConstraintType.PERMIT, KeyManagementAlgorithmIdentifiers.DIRECT));
        jwe.setContentEncryptionAlgorithmConstraints(
                new AlgorithmConstraints(ConstraintType.PERMIT, ContentEncryptionAlgorithmIdentifiers.AES_256_GCM));
        jwe.setKey(key);
        return jwe;
    }
}
