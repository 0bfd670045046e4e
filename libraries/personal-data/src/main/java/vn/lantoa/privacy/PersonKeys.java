package vn.lantoa.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One AES-256 key per person, wrapped by the installation's master key; kept in a sealed table of this service. */
@ApplicationScoped
public class PersonKeys {
    private final InstallationKeys installation;
    private final PersonKeyTable table;

    PersonKeys(InstallationKeys installation, PersonKeyTable table) {
        this.installation = installation;
        this.table = table;
    }

    /** Ciphertext of the text under the person's key, which is made at the first use. */
    @Transactional(Transactional.TxType.MANDATORY)
    public byte[] encrypt(UUID person, String text) {
        return cipherOf(person).encrypt(text);
    }

    /** The text, or empty when the key was erased. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<String> decrypt(UUID person, byte[] ciphertext) {
        return table.read(person).map(key -> unwrapped(person, key).decrypt(ciphertext));
    }

    /**
     * The person's key for several fields at once: one look-up. Not to be kept beyond the transaction.
     *
     * @throws IllegalStateException when the key was erased: nothing new is written about an erased person
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public PersonCipher cipherOf(UUID person) {
        return cipherUnlessErased(person)
                .orElseThrow(() -> new IllegalStateException("The key of person " + person + " was erased."));
    }

    /** The same; nothing when the key was erased. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<PersonCipher> cipherUnlessErased(UUID person) {
        var keyId = installation.currentId();
        var wrapped = installation.wrapping(keyId).close(Seal.newKey(), PersonCipher.contextOf(person));
        // one statement: whoever was first has made the key, and everybody goes on with that one
        return table.make(person, new WrappedKey(keyId, wrapped)).map(key -> unwrapped(person, key));
    }

    /** Keyed hash for equality search (HMAC-SHA-256 under the installation's search key); the text cannot be told from it. */
    public byte[] searchHash(String text) {
        return installation.searchHash(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The hashes under which the text may lie: one, and while the search key is being changed one more for each retired
     * key, in an order that is the same wherever the same keys are known.
     */
    public List<byte[]> searchHashes(String text) {
        return installation.searchHashes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether the search key is being changed: two texts that are the same may then lie under different hashes. */
    public boolean searchChanges() {
        return installation.searchChanges();
    }

    /** Destroys the key: everything under it is unreadable for good. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void erase(UUID person) {
        table.erase(person);
    }

    private PersonCipher unwrapped(UUID person, WrappedKey key) {
        var plain = installation.wrapping(key.keyId()).open(key.wrapped(), PersonCipher.contextOf(person));
        return new PersonCipher(person, plain);
    }
}
