package vn.lantoa.audit.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whoever cannot see that the log is sealed does not take it for sealed. */
class LagTest {
    private static final Duration LONGEST = Duration.ofHours(4);
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    private final AtomicLong nanos = new AtomicLong(-5);
    private final Lag lag = new Lag(LONGEST, Clock.fixed(NOW, ZoneOffset.UTC), nanos::get);

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private void look(@Nullable Instant oldest) throws SQLException {
        lag.look(() -> new Lag.Sample(7, oldest));
    }

    private void fail() {
        assertThatThrownBy(() -> lag.look(() -> {
                    throw new SQLException("canceling statement due to statement timeout");
                }))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void anOldEntryThatIsNotSealedIsTooLong() throws SQLException {
        look(NOW.minus(LONGEST));
        assertThat(lag.isTooLong()).isFalse();
        look(NOW.minus(LONGEST).minusSeconds(1));
        assertThat(lag.isTooLong()).isTrue();
        look(null);
        assertThat(lag.isTooLong()).isFalse();
        assertThat(lag.age()).isZero();
    }

    @Test
    void aWatchThatFailsDoesNotMeanThatAllIsSealed() throws SQLException {
        look(null);
        for (int hour = 0; hour < 4; hour++) {
            pass(Duration.ofHours(1));
            fail();
            assertThat(lag.isTooLong()).isFalse();
        }
        assertThat(lag.age()).isEqualTo(LONGEST);
        pass(Duration.ofSeconds(1));
        assertThat(lag.isTooLong()).isTrue();
        look(null);
        assertThat(lag.isTooLong()).isFalse();
        assertThat(lag.age()).isZero();
    }

    @Test
    void aWatchThatNeverLooksAgainIsNoticedToo() throws SQLException {
        look(null);
        pass(LONGEST.plusSeconds(1));
        assertThat(lag.isTooLong()).isTrue();
    }

    @Test
    void whatNeverSawAnythingIsGivenMinutesNotHours() throws SQLException {
        fail();
        pass(Duration.ofMinutes(15));
        assertThat(lag.isTooLong()).isFalse();
        pass(Duration.ofSeconds(1));
        fail();
        assertThat(lag.isTooLong()).isTrue();
        look(null);
        assertThat(lag.isTooLong()).isFalse();
    }
}
