package vn.lantoa.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Wakes the relay of this process after a commit. */
@ApplicationScoped
class RelaySignal {
    private final BlockingQueue<Boolean> pending = new ArrayBlockingQueue<>(1);

    void wake() {
        pending.offer(Boolean.TRUE);
    }

    /** Returns when woken or after the time. */
    void await(Duration time) throws InterruptedException {
        pending.poll(time.toNanos(), TimeUnit.NANOSECONDS);
    }
}
