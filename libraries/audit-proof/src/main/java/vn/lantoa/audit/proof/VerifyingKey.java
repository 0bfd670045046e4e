package vn.lantoa.audit.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * An Ed25519 key that checks heads, written {@code name+id+key} as in signed notes of C2SP
 * (<a href="https://c2sp.org/signed-note">c2sp.org/signed-note</a>).
 */
public final class VerifyingKey {
    static final int ID_LENGTH = 4;
    private static final byte ED25519 = 1;
    private static final int KEY_LENGTH = 32;
    /** SubjectPublicKeyInfo of Ed25519 up to the key itself (RFC 8410). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final byte[] raw;
    private final PublicKey key;

    VerifyingKey(String name, byte[] raw) throws GeneralSecurityException {
        if (raw.length != KEY_LENGTH) {
            throw new GeneralSecurityException("An Ed25519 key has " + KEY_LENGTH + " bytes");
        }
        this.name = name;
        this.raw = raw.clone();
        var encoded = Arrays.copyOf(X509, X509.length + KEY_LENGTH);
        System.arraycopy(raw, 0, encoded, X509.length, KEY_LENGTH);
        this.key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    /** @throws IllegalArgumentException when it is not such a text, or its id is not that of its key */
    public static VerifyingKey of(String text) {
        var parts = text.strip().split("\\+", 3);
        if (parts.length == 3 && !parts[0].isEmpty()) {
            try {
                var typed = Base64.getDecoder().decode(parts[2]);
                if (typed.length == KEY_LENGTH + 1 && typed[0] == ED25519) {
                    var key = new VerifyingKey(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
                    if (key.id().equals(parts[1])) {
                        return key;
                    }
                }
            } catch (IllegalArgumentException | GeneralSecurityException notAKey) {
                // refused below
            }
        }
        throw new IllegalArgumentException("not a key of the form name+id+key: " + text);
    }

    public String name() {
        return name;
    }

    /** Eight hexadecimal digits that tell keys apart. */
    public String id() {
        return HexFormat.of().formatHex(idBytes());
    }

    byte[] idBytes() {
        var digest = Hashes.sha256();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        digest.update(ED25519);
        return Arrays.copyOf(digest.digest(raw), ID_LENGTH);
    }

    boolean verifies(byte[] message, byte[] signature) {
        try {
            var check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException notASignature) {
            return false;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifyingKey that && name.equals(that.name) && Arrays.equals(raw, that.raw);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(raw);
    }

    @Override
    public String toString() {
        var typed = new byte[KEY_LENGTH + 1];
        typed[0] = ED25519;
        System.arraycopy(raw, 0, typed, 1, KEY_LENGTH);
        return name + "+" + id() + "+" + Base64.getEncoder().encodeToString(typed);
    }
}
