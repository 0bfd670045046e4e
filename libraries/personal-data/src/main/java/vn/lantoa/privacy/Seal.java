package vn.lantoa.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM with a random nonce in front of the ciphertext, and keys derived by HKDF-SHA-256. The context of a seal
 * (whose data it is, which row it belongs to) is authenticated: a ciphertext moved elsewhere does not open.
 */
public final class Seal {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey key;
    /** Opened only: what was sealed before the key was changed. */
    private final List<SecretKey> older;

    private Seal(SecretKey key, List<SecretKey> older) {
        this.key = key;
        this.older = older;
    }

    /** Under a key derived from a secret for one purpose. */
    public static Seal derived(byte[] secret, String purpose) {
        return derived(secret, List.of(), purpose);
    }

    /** The same; what was sealed under one of the retired secrets opens too. */
    static Seal derived(byte[] secret, List<byte[]> retired, String purpose) {
        return new Seal(
                derive(secret, purpose, "AES"),
                retired.stream().map(old -> derive(old, purpose, "AES")).toList());
    }

    /** Under these 32 bytes. */
    static Seal under(byte[] key) {
        return new Seal(new SecretKeySpec(key, "AES"), List.of());
    }

    static byte[] newKey() {
        var key = new byte[32];
        RANDOM.nextBytes(key);
        return key;
    }

    /** HMAC-SHA-256 under a key derived from the secret for one purpose. */
    public static byte[] hmac(byte[] secret, String purpose, byte[] message) {
        return hmac(hmacKey(secret, purpose), message);
    }

    static SecretKey hmacKey(byte[] secret, String purpose) {
        return derive(secret, purpose, "HmacSHA256");
    }

    static byte[] hmac(SecretKey key, byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SecretKey derive(byte[] secret, String purpose, String algorithm) {
        try {
            var parameters = HKDFParameterSpec.ofExtract()
                    .addIKM(secret)
                    .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), 32);
            return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public byte[] close(byte[] plain, byte[] context) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, context).doFinal(plain);
            return ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IllegalArgumentException when the ciphertext was changed, or sealed under another key or context */
    public byte[] open(byte[] sealed, byte[] context) {
        if (sealed.length < NONCE + TAG_BITS / 8) {
            throw new IllegalArgumentException("Too short for a sealed text: " + sealed.length + " bytes.");
        }
        for (var retired : older) {
            try {
                return opened(retired, sealed, context);
            } catch (GeneralSecurityException underAnotherKey) {
                // the present one is tried last, and its failure is told
            }
        }
        try {
            return opened(key, sealed, context);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Changed, or sealed under another key or context.", e);
        }
    }

    private static byte[] opened(SecretKey key, byte[] sealed, byte[] context) throws GeneralSecurityException {
        var nonce = Arrays.copyOf(sealed, NONCE);
        return cipher(Cipher.DECRYPT_MODE, key, nonce, context).doFinal(sealed, NONCE, sealed.length - NONCE);
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] context)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context);
        return cipher;
    }
}
