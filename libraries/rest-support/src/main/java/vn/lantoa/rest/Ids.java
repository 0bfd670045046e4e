package vn.lantoa.rest;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** UUIDv7 ids: ordered by time, made here or brought by the client. */
public final class Ids {
    private Ids() {}

    /** A new UUIDv7. */
    public static UUID next() {
        throw new UnsupportedOperationException("being written");
    }

    /** The client's id, or a new one. @throws vn.lantoa.problems.Invalid 422 {@code id-not-uuidv7} at /id for any other kind of UUID */
    public static UUID orNext(@Nullable UUID brought) {
        throw new UnsupportedOperationException("being written");
    }
}
