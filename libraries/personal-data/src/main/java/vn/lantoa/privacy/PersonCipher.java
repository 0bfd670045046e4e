package vn.lantoa.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The key of one person, unwrapped, for the length of a transaction. */
public final class PersonCipher {
    private final byte[] context;
    private final Seal seal;

    PersonCipher(UUID person, byte[] key) {
        this.context = contextOf(person);
        this.seal = Seal.under(key);
    }

    static byte[] contextOf(UUID person) {
        return ByteBuffer.allocate(16)
                .putLong(person.getMostSignificantBits())
                .putLong(person.getLeastSignificantBits())
                .array();
    }

    public byte[] encrypt(String text) {
        return seal.close(text.getBytes(StandardCharsets.UTF_8), context);
    }

    /** @throws IllegalArgumentException when the ciphertext was changed or is another person's */
    public String decrypt(byte[] ciphertext) {
        return new String(seal.open(ciphertext, context), StandardCharsets.UTF_8);
    }
}
