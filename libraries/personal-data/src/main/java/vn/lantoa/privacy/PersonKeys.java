package vn.lantoa.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** One AES-256 key per person, wrapped by the installation's master key; kept in a sealed table of this service. */
@ApplicationScoped
public class PersonKeys {
    /** Ciphertext of the text under the person's key, which is made at the first use. */
    @Transactional(Transactional.TxType.MANDATORY)
    public byte[] encrypt(UUID person, String text) {
        throw new UnsupportedOperationException("being written" + person + text);
    }

    /** The text, or empty when the key was erased. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<String> decrypt(UUID person, byte[] ciphertext) {
        throw new UnsupportedOperationException("being written" + person + ciphertext.length);
    }

    /** Keyed hash for equality search (HMAC-SHA-256 under the installation's search key); the text cannot be told from it. */
    public byte[] searchHash(String text) {
        throw new UnsupportedOperationException("being written" + text);
    }

    /** Destroys the key: everything under it is unreadable for good. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void erase(UUID person) {
        throw new UnsupportedOperationException("being written" + person);
    }
}
