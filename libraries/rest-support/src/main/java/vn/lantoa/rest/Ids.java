package vn.lantoa.rest;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Invalid;

/** UUIDv7 ids: ordered by time, made here or brought by the client. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final AtomicLong LAST_TICK = new AtomicLong();

    private Ids() {}

    /** A new UUIDv7, greater than all that this process made before (RFC 9562, method 3: 12 bits below the millisecond). */
    public static UUID next() {
        var now = java.time.Instant.now();
        long ticks = (now.toEpochMilli() << 12) | ((now.getNano() % 1_000_000) * 4096L / 1_000_000);
        long tick = LAST_TICK.updateAndGet(last -> Math.max(last + 1, ticks));
        long high = (tick >>> 12 << 16) | 0x7000 | (tick & 0xfff);
        long low = (RANDOM.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** The client's id, or a new one. @throws vn.lantoa.problems.Invalid 422 {@code id-not-uuidv7} at /id for any other kind of UUID */
    public static UUID orNext(@Nullable UUID brought) {
        if (brought == null) {
            return next();
        }
        if (brought.version() != 7 || brought.variant() != 2) {
            throw new Invalid("id-not-uuidv7", FieldError.at("/id", "id-not-uuidv7"));
        }
        return brought;
    }
}
