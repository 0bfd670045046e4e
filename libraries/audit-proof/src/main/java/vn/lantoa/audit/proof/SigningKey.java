package vn.lantoa.audit.proof;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** An Ed25519 key that signs heads, made of 32 secret bytes. */
public final class SigningKey {
    /** Secret bytes of a key. */
    public static final int LENGTH = 32;
    /** PrivateKeyInfo of Ed25519 up to the key itself (RFC 8410). */
    private static final byte[] PKCS8 = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private final PrivateKey key;
    private final VerifyingKey verifying;

    /** @throws IllegalArgumentException when the seed has another length */
    public SigningKey(String name, byte[] seed) {
        if (seed.length != LENGTH) {
            throw new IllegalArgumentException("the key has " + seed.length + " bytes instead of " + LENGTH);
        }
        var encoded = Arrays.copyOf(PKCS8, PKCS8.length + LENGTH);
        System.arraycopy(seed, 0, encoded, PKCS8.length, LENGTH);
        try {
            key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            verifying = new VerifyingKey(name, publicOf(seed));
            var probe = "Lan Tỏa".getBytes(java.nio.charset.StandardCharsets.UTF_8);
            if (!verifying.verifies(probe, sign(probe))) {
                throw new IllegalStateException("This Java platform does not derive Ed25519 keys from their seed");
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has Ed25519", e);
        }
    }

    public VerifyingKey verifying() {
        return verifying;
    }

    byte[] sign(byte[] message) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The platform derives the public key only while it makes a pair; the seed is the only thing random in that. */
    private static byte[] publicOf(byte[] seed) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(255, new Given(seed));
        byte[] encoded = generator.generateKeyPair().getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - LENGTH, encoded.length);
    }

    private static final class Given extends SecureRandom {
        private static final long serialVersionUID = 1;
        private final byte[] seed;

        Given(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
