package vn.lantoa.access.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * Tells keys that protect nothing: too short, all the same, counted up, text, or marked as {@code ./lantoa} marks those it
 * makes: the last four bytes are the beginning of a hash of the others, which a random key hits once in four thousand million.
 */
final class SampleKeys {
    private static final int LENGTH = 32;
    private static final int MARK = 4;
    private static final byte[] PURPOSE = "lantoa: a key of one machine".getBytes(StandardCharsets.UTF_8);

    private SampleKeys() {}

    static boolean isSample(String base64) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException unreadable) {
            return true;
        }
        return key.length != LENGTH || isCounted(key) || isText(key) || isMarked(key);
    }

    /** Each byte as far from the one before as the next: all zero, 1 2 3 4, and the like. */
    private static boolean isCounted(byte[] key) {
        for (int i = 2; i < key.length; i++) {
            if ((byte) (key[i] - key[i - 1]) != (byte) (key[1] - key[0])) {
                return false;
            }
        }
        return true;
    }

    /** Thirty-two random bytes are all printable once in a thousand million million times. */
    private static boolean isText(byte[] key) {
        for (byte each : key) {
            if (each < ' ' || each > '~') {
                return false;
            }
        }
        return true;
    }

    private static boolean isMarked(byte[] key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(PURPOSE);
            digest.update(key, 0, LENGTH - MARK);
            return Arrays.equals(digest.digest(), 0, MARK, key, LENGTH - MARK, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
