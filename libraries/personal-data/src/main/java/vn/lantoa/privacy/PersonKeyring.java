package vn.lantoa.privacy;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keys of many persons at once, without a look-up for each: whoever registers or exports thousands writes and reads the
 * wrapped keys in statements of their own.
 */
@Singleton
public class PersonKeyring {
    private final InstallationKeys installation;
    /** Derived once for each master key. */
    private final Map<String, Seal> wrapping = new ConcurrentHashMap<>();

    PersonKeyring(InstallationKeys installation) {
        this.installation = installation;
    }

    /**
     * A key as it is to be written, and what seals under it.
     *
     * @param keyId which master key wraps it
     * @param wrapped the key, wrapped
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record NewKey(String keyId, byte[] wrapped, PersonCipher cipher) {}

    /** A key for a person who has none; it counts once it is written. */
    public NewKey make(UUID person) {
        var keyId = installation.currentId();
        var plain = Seal.newKey();
        var wrapped = sealOf(keyId).close(plain, PersonCipher.contextOf(person));
        return new NewKey(keyId, wrapped, new PersonCipher(person, plain));
    }

    /** @throws IllegalArgumentException when the key was changed or is another person's */
    public PersonCipher open(UUID person, String keyId, byte[] wrapped) {
        return new PersonCipher(person, sealOf(keyId).open(wrapped, PersonCipher.contextOf(person)));
    }

    private Seal sealOf(String keyId) {
        return wrapping.computeIfAbsent(keyId, installation::wrapping);
    }
}
