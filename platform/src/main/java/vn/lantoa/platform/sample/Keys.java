package vn.lantoa.platform.sample;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ids and idempotency keys that come from names, so that loading twice finds what the first time made. */
final class Keys {
    private static final long INSTANT = Instant.parse("2025-01-01T00:00:00Z").toEpochMilli();

    private Keys() {}

    /** A UUIDv7 with a fixed time whose random part is the hash of the key. */
    static UUID id(String kind, String key) {
        var hash = ByteBuffer.wrap(sha256(kind + ":" + key));
        long high = (INSTANT << 16) | 0x7000L | (hash.getLong() & 0xFFFL);
        long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** An idempotency key of at most 64 characters. */
    static String idempotency(String step) {
        return "load-" + HexFormat.of().formatHex(sha256(step), 0, 16);
    }

    /** The key of what a user creates at a path: the same whenever it is loaded. */
    static String creation(String user, String path, @Nullable String key) {
        return idempotency(user + path + key);
    }

    /** The key of an act on a resource: the same as long as the resource is at that version. */
    static String act(String user, String path, String act, String key, String version) {
        return idempotency(user + path + "/" + act + key + version);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
