package vn.lantoa.testsupport;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/**
 * Random keys for one machine that say so themselves: their last four bytes are the beginning of a hash of the others, by
 * which services in production recognise and refuse them.
 */
public final class LocalKeys {

    private static final int LENGTH = 32;
    private static final int MARK = 4;
    private static final byte[] PURPOSE = "lantoa: a key of one machine".getBytes(StandardCharsets.UTF_8);

    private LocalKeys() {}

    /** A new key of 32 bytes. */
    public static byte[] make() {
        byte[] key = new byte[LENGTH];
        new SecureRandom().nextBytes(key);
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(PURPOSE);
            digest.update(key, 0, LENGTH - MARK);
            System.arraycopy(digest.digest(), 0, key, LENGTH - MARK, MARK);
            return key;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
