package vn.lantoa.benchmarks;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Until something is so, with an end. */
final class Waiting {
    /** A look at the world that may fail. */
    interface Condition {
        boolean holds() throws Exception;
    }

    private Waiting() {}

    static void until(String what, Duration patience, Duration pause, Condition condition) throws Exception {
        long giveUp = System.nanoTime() + patience.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > giveUp) {
                throw new IllegalStateException("after " + patience.toSeconds() + " s not yet: " + what);
            }
            LockSupport.parkNanos(pause.toNanos());
        }
    }
}
