package vn.lantoa.problems;

import java.util.List;

/** Not now; ask again after some seconds: 503 with Retry-After. */
public final class Unavailable extends DomainException {
    private final int retryAfterSeconds;

    public Unavailable(String code, int retryAfterSeconds, Object... args) {
        super(code, List.of(args), List.of(), null);
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /** A replica has not heard of it yet. */
    public static Unavailable notYetKnown(Object id) {
        return new Unavailable("not-yet-known", 2, id);
    }

    /** Seconds until it is worth asking again. */
    public int retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
