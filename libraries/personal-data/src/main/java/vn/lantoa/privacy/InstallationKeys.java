package vn.lantoa.privacy;

import jakarta.inject.Singleton;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKey;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The secrets of the installation: {@code LANTOA_MASTER_KEY} and {@code LANTOA_SEARCH_KEY} (32 bytes, base64). While
 * one of them is being changed, the old one stands in {@code LANTOA_MASTER_KEYS_RETIRED} or {@code
 * LANTOA_SEARCH_KEYS_RETIRED} (comma-separated): what was made under it can be read and found, nothing new is.
 */
@Singleton
public class InstallationKeys {
    private final byte[] master;
    /** Derived once: every identity number that is written or looked for is hashed under it. */
    private final SecretKey search;
    /** By their ids; whoever knows the same keys has them in the same order, whichever is the present one. */
    private final SortedMap<String, SecretKey> searches = new TreeMap<>();

    private final Map<String, byte[]> masters = new LinkedHashMap<>();
    /** Derived once for each purpose; purposes are constants of the code, so they are few. */
    private final Map<String, SecretKey> hashing = new ConcurrentHashMap<>();

    private final Map<String, Seal> sealing = new ConcurrentHashMap<>();

    InstallationKeys(
            @ConfigProperty(name = "lantoa.master-key") String master,
            @ConfigProperty(name = "lantoa.search-key") String search,
            @ConfigProperty(name = "lantoa.master-keys-retired") Optional<List<String>> retired,
            @ConfigProperty(name = "lantoa.search-keys-retired") Optional<List<String>> retiredSearch) {
        this.master = bytes("LANTOA_MASTER_KEY", master);
        this.search = search(bytes("LANTOA_SEARCH_KEY", search));
        for (var text : retiredSearch.orElse(List.of())) {
            search(bytes("LANTOA_SEARCH_KEYS_RETIRED", text));
        }
        masters.put(idOf(this.master), this.master);
        for (var text : retired.orElse(List.of())) {
            var old = bytes("LANTOA_MASTER_KEYS_RETIRED", text);
            masters.put(idOf(old), old);
        }
    }

    private SecretKey search(byte[] secret) {
        var key = Seal.hmacKey(secret, "lantoa search");
        searches.put(idOf(secret), key);
        return key;
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

    /** Seals under the present master key, for one purpose; opens what was sealed under a retired one too. */
    public Seal seal(String purpose) {
        return sealing.computeIfAbsent(purpose, each -> Seal.derived(master, retired(), each));
    }

    /** Keyed hash under the present master key, for one purpose. */
    public byte[] hash(String purpose, byte[] message) {
        return Seal.hmac(hashing.computeIfAbsent(purpose, each -> Seal.hmacKey(master, each)), message);
    }

    private List<byte[]> retired() {
        return masters.values().stream().skip(1).toList();
    }

    byte[] searchHash(byte[] message) {
        return Seal.hmac(search, message);
    }

    /** Under every search key that is known. */
    List<byte[]> searchHashes(byte[] message) {
        return searches.values().stream().map(key -> Seal.hmac(key, message)).toList();
    }

    /** Whether the search key is being changed. */
    boolean searchChanges() {
        return searches.size() > 1;
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
