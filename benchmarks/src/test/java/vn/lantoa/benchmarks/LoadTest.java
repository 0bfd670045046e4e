package vn.lantoa.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadTest {
    @TempDir
    Path folder;

    @Test
    void aClosedLoadLastsAsLongAsItIsTold() {
        var steps = new AtomicInteger();
        var measured = Load.closedWhile(2, () -> steps.get() < 100, worker -> steps::incrementAndGet);
        assertThat(measured.micros().getTotalCount()).isBetween(100L, 101L);
        assertThat(measured.failures()).isZero();
    }

    @Test
    void anOpenLoadSendsEveryStep() {
        var steps = new AtomicInteger();
        var measured = Load.open(1000, 4, Duration.ofMillis(200), worker -> steps::incrementAndGet);
        assertThat(steps).hasValue(200);
        assertThat(measured.micros().getTotalCount()).isEqualTo(200);
    }

    @Test
    void wrongAnswersAreCountedAndTheFirstIsKept() {
        var steps = new AtomicInteger();
        var measured = Load.closedWhile(1, () -> steps.get() < 3, worker -> () -> {
            throw new IllegalStateException("answer " + steps.incrementAndGet());
        });
        assertThat(measured.failures()).isEqualTo(3);
        assertThat(measured.firstFailure()).contains("answer 1");
    }

    @Test
    void whatNeverHappensIsGivenUp() {
        assertThatThrownBy(() -> Waiting.until("a miracle", Duration.ZERO, Duration.ofMillis(1), () -> false))
                .hasMessageContaining("a miracle");
    }

    @Test
    void programsAreFoundOnThePathOnly() throws Exception {
        var program = Files.createFile(folder.resolve("npm"));
        assertThat(Programs.find("npm", folder.toString())).isEmpty();
        assertThat(program.toFile().setExecutable(true)).isTrue();
        assertThat(Programs.find("npm", folder.resolve("none") + ":" + folder)).contains(program);
        assertThat(Programs.find("npm", "")).isEmpty();
    }
}
