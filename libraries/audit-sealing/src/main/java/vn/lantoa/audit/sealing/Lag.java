package vn.lantoa.audit.sealing;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How far sealing is behind, as far as anybody could see. What has not been looked at for too long counts as behind: a watch
 * that fails must not be taken for a log that is sealed.
 */
final class Lag {
    /** A service that has only begun may need a moment to look for the first time. */
    private static final Duration BEGINNING = Duration.ofMinutes(15);

    private final Duration longest;
    private final Clock clock;
    private final LongSupplier nanos;
    private volatile @Nullable Sample last;
    private volatile boolean failing;
    /** When the last look succeeded; in the beginning when this began. Beside the clock, which may be set. */
    private volatile long seen;

    /** @param oldest when the oldest entry that is not sealed was written, null when all are */
    record Sample(long size, @Nullable Instant oldest) {}

    /** Asks the database. */
    @FunctionalInterface
    interface Look {
        Sample take() throws SQLException;
    }

    Lag(Duration longest, Clock clock, LongSupplier nanos) {
        this.longest = longest;
        this.clock = clock;
        this.nanos = nanos;
        this.seen = nanos.getAsLong();
    }

    void look(Look look) throws SQLException {
        try {
            last = look.take();
            seen = nanos.getAsLong();
            failing = false;
        } catch (SQLException | RuntimeException e) {
            failing = true;
            throw e;
        }
    }

    /** Empty before the first look. */
    Optional<Sample> last() {
        return Optional.ofNullable(last);
    }

    /** How old the oldest entry is that is not sealed, or for how long nobody can see; zero when all are sealed. */
    Duration age() {
        var sample = last;
        var oldest = sample == null ? null : sample.oldest();
        var age = oldest == null ? Duration.ZERO : Duration.between(oldest, clock.instant());
        var unseen = failing ? unseen() : Duration.ZERO;
        return age.compareTo(unseen) > 0 ? age : unseen;
    }

    boolean isTooLong() {
        var patience = last == null && BEGINNING.compareTo(longest) < 0 ? BEGINNING : longest;
        return age().compareTo(longest) > 0 || unseen().compareTo(patience) > 0;
    }

    private Duration unseen() {
        return Duration.ofNanos(nanos.getAsLong() - seen);
    }
}
