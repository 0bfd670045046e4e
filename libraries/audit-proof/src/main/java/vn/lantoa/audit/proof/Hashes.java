package vn.lantoa.audit.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Hashes of RFC 6962, section 2.1: leaves and nodes are told apart by their first byte. Not for several threads. */
public final class Hashes {
    /** Bytes of a hash. */
    public static final int LENGTH = 32;

    private final MessageDigest digest = sha256();

    /** Of what stands in a leaf. */
    public byte[] leaf(byte[] content) {
        digest.update((byte) 0);
        return digest.digest(content);
    }

    /** Of two nodes beside each other. */
    public byte[] node(byte[] left, byte[] right) {
        digest.update((byte) 1);
        digest.update(left);
        return digest.digest(right);
    }

    /** Root of a log that holds nothing. */
    public byte[] empty() {
        return digest.digest();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
