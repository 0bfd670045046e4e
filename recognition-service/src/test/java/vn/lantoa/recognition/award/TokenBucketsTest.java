package vn.lantoa.recognition.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TokenBucketsTest {
    @Test
    void aClientThatAsksTooOftenWaits() {
        var buckets = new TokenBuckets(2, 30, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

        assertThat(buckets.take("a")).isZero();
        assertThat(buckets.take("a")).isZero();
        assertThat(buckets.take("a")).isEqualTo(2);
        assertThat(buckets.take("b")).isZero();
    }

    @Test
    void tokensComeBackWithTime() {
        var clock = new SteppingClock();
        var buckets = new TokenBuckets(1, 30, clock);
        buckets.take("a");
        assertThat(buckets.take("a")).isPositive();

        clock.now = clock.now.plus(Duration.ofSeconds(2));

        assertThat(buckets.take("a")).isZero();
    }

    private static final class SteppingClock extends Clock {
        private Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
