package vn.lantoa.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Two ways to load something: closed (saturation) and open (latency from the intended send time). */
final class Load {
    /** One worker's connection and request; throws when the answer is not what was expected. */
    interface Step extends AutoCloseable {
        void run() throws Exception;

        @Override
        default void close() throws Exception {}
    }

    /** What a run gave: steps a second, latencies in microseconds, failures. */
    record Measured(double perSecond, Histogram micros, long failures, String firstFailure) {
        double p50Millis() {
            return micros.getValueAtPercentile(50) / 1000.0;
        }

        double p95Millis() {
            return micros.getValueAtPercentile(95) / 1000.0;
        }

        double p99Millis() {
            return micros.getValueAtPercentile(99) / 1000.0;
        }
    }

    private Load() {}

    /** As many steps as the workers manage, one after the other. */
    static Measured closed(int workers, Duration time, IntFunction<Step> connect) {
        long end = System.nanoTime() + time.toNanos();
        return closedWhile(workers, () -> System.nanoTime() < end, connect);
    }

    /** As {@link #closed}, for as long as something else lasts. */
    static Measured closedWhile(int workers, BooleanSupplier lasting, IntFunction<Step> connect) {
        var histogram = new ConcurrentHistogram(3);
        var failures = new Failures();
        long start = System.nanoTime();
        inParallel(workers, worker -> {
            try (var step = connect.apply(worker)) {
                while (lasting.getAsBoolean()) {
                    long begun = System.nanoTime();
                    attempt(step, failures);
                    histogram.recordValue((System.nanoTime() - begun) / 1000);
                }
            }
        });
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Measured(histogram.getTotalCount() / seconds, histogram, failures.count(), failures.first());
    }

    /**
     * The same steps until they grow no faster: on two cores the compiler of a fresh service competes with its requests
     * for minutes. At least {@code atLeast}, at most five times as long; the plateau is where three looks in a row stay
     * within 5 % of the best before them.
     *
     * @return the rate of the last look
     */
    static double warm(int workers, Duration atLeast, IntFunction<Step> connect) {
        var look = atLeast.dividedBy(4);
        long begun = System.nanoTime();
        double best = 0;
        double last = 0;
        for (int flat = 0; flat < 3 && System.nanoTime() - begun < 5 * atLeast.toNanos(); ) {
            last = closed(workers, look, connect).perSecond();
            flat = last > 1.05 * best ? 0 : flat + 1;
            best = Math.max(best, last);
        }
        return last;
    }

    /** A fixed rate, whatever the answers do; a late step counts from when it should have been sent. */
    static Measured open(double perSecond, int workers, Duration time, IntFunction<Step> connect) {
        var histogram = new ConcurrentHistogram(3);
        var failures = new Failures();
        var next = new AtomicLong();
        long gap = (long) (1e9 / perSecond);
        long steps = Math.max(1, time.toNanos() / gap);
        long start = System.nanoTime() + 50_000_000L;
        inParallel(workers, worker -> {
            try (var step = connect.apply(worker)) {
                for (long i = next.getAndIncrement(); i < steps; i = next.getAndIncrement()) {
                    long intended = start + i * gap;
                    for (long wait = intended - System.nanoTime(); wait > 0; wait = intended - System.nanoTime()) {
                        LockSupport.parkNanos(wait);
                    }
                    attempt(step, failures);
                    histogram.recordValue(Math.max(0, (System.nanoTime() - intended) / 1000));
                }
            }
        });
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Measured(histogram.getTotalCount() / seconds, histogram, failures.count(), failures.first());
    }

    private interface Work {
        void run(int worker) throws Exception;
    }

    private static void attempt(Step step, Failures failures) {
        try {
            step.run();
        } catch (Exception e) {
            failures.add(e);
        }
    }

    private static void inParallel(int workers, Work work) {
        var threads = new ArrayList<Thread>();
        var broken = new ArrayList<Throwable>();
        for (int i = 0; i < workers; i++) {
            int worker = i;
            threads.add(Thread.ofPlatform().name("load-" + i).start(() -> {
                try {
                    work.run(worker);
                } catch (Exception e) {
                    synchronized (broken) {
                        broken.add(e);
                    }
                }
            }));
        }
        join(threads);
        if (!broken.isEmpty()) {
            throw new IllegalStateException("A load worker could not connect", broken.getFirst());
        }
    }

    private static void join(List<Thread> threads) {
        try {
            for (var thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static final class Failures {
        private long count;
        private String first = "";

        synchronized void add(Exception e) {
            if (count++ == 0) {
                first = String.valueOf(e);
            }
        }

        synchronized long count() {
            return count;
        }

        synchronized String first() {
            return first;
        }
    }
}
