package vn.lantoa.privacy;

import jakarta.inject.Singleton;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKey;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The secrets of the installation: {@code LANTOA_MASTER_KEY} and {@code LANTOA_SEARCH_KEY} (32 bytes, base64). To rotate
 * the master key, put the new one in its place and the old one into {@code LANTOA_MASTER_KEYS_RETIRED} (comma-separated).
 */
@Singleton
public class InstallationKeys {
    private final byte[] master;
    /** Derived once: every identity number that is written or looked for is hashed under it. */
    private final SecretKey search;

    private final Map<String, byte[]> masters = new LinkedHashMap<>();
    /** Derived once for each purpose; purposes are constants of the code, so they are few. */
    private final Map<String, SecretKey> hashing = new ConcurrentHashMap<>();

    private final Map<String, Seal> sealing = new ConcurrentHashMap<>();

    InstallationKeys(
            @ConfigProperty(name = "lantoa.master-key") String master,
            @ConfigProperty(name = "lantoa.search-key") String search,
            @ConfigProperty(name = "lantoa.master-keys-retired") Optional<List<String>> retired) {
        this.master = bytes("LANTOA_MASTER_KEY", master);
        this.search = Seal.hmacKey(bytes("LANTOA_SEARCH_KEY", search), "lantoa search");
        masters.put(idOf(this.master), this.master);
        for (var text : retired.orElse(List.of())) {
            var old = bytes("LANTOA_MASTER_KEYS_RETIRED", text);
            masters.put(idOf(old), old);
        }
    }

    private static byte[] bytes(String name, String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalStateException(name + " is not base64.");
        }
        if (bytes.length != 32) {
            throw new IllegalStateException(name + " must hold 32 bytes in base64, but holds " + bytes.length + ".");
        }
        return bytes;
    }

    private static String idOf(byte[] master) {
        return HexFormat.of().formatHex(Seal.hmac(master, "lantoa key id", new byte[0]), 0, 4);
    }

    /** Seals under the present master key, for one purpose. */
    public Seal seal(String purpose) {
        return sealing.computeIfAbsent(purpose, each -> Seal.derived(master, each));
    }

    /** Keyed hash under the present master key, for one purpose. */
    public byte[] hash(String purpose, byte[] message) {
        return Seal.hmac(hashing.computeIfAbsent(purpose, each -> Seal.hmacKey(master, each)), message);
    }

    byte[] searchHash(byte[] message) {
        return Seal.hmac(search, message);
    }

    String currentId() {
        return masters.keySet().iterator().next();
    }

    Seal wrapping(String keyId) {
        var key = masters.get(keyId);
        if (key == null) {
            throw new IllegalStateException(
                    "No master key " + keyId + ": put the key it was made under into LANTOA_MASTER_KEYS_RETIRED.");
        }
        return Seal.derived(key, "lantoa person keys");
    }
}
