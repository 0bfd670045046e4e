package vn.lantoa.testsupport;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/** Waiting for what other threads and processes do, with a limit. */
public final class Await {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Await() {}

    /** Until the assertions pass. */
    public static void untilAsserted(ThrowingRunnable assertions) {
        untilAsserted(PATIENCE, assertions);
    }

    /** Until the assertions pass. */
    public static void untilAsserted(Duration patience, ThrowingRunnable assertions) {
        Awaitility.await()
                .atMost(patience)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(25))
                .untilAsserted(assertions);
    }

    /** Until the condition holds. */
    public static void until(String what, Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(25))
                .ignoreExceptions()
                .until(condition);
    }
}
