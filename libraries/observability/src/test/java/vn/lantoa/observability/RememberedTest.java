package vn.lantoa.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RememberedTest {
    @Test
    void anAnswerIsKeptForItsAge() {
        var now = new AtomicLong();
        var asked = new AtomicInteger();
        var answer = new Remembered<>(Duration.ofSeconds(1), asked::incrementAndGet, now::get);

        assertThat(answer.get()).isEqualTo(1);
        now.set(999_999_999L);
        assertThat(answer.get()).isEqualTo(1);
        now.set(1_000_000_000L);
        assertThat(answer.get()).isEqualTo(2);
    }
}
