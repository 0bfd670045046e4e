package vn.lantoa.platform.sample;

import java.util.ArrayList;
import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** Independent requests side by side, no more at once than a service has database connections to spare. */
final class Parallel {
    private static final int AT_ONCE = 6;

    private Parallel() {}

    static <T> void forEach(Collection<T> items, Consumer<T> action) {
        var permits = new Semaphore(AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (T item : items) {
                running.add(threads.submit(() -> {
                    permits.acquireUninterruptibly();
                    try {
                        action.accept(item);
                    } finally {
                        permits.release();
                    }
                }));
            }
            running.forEach(Parallel::join);
        }
    }

    /** Waits for it, and fails as it failed. */
    static void join(Future<?> running) {
        try {
            running.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new LoadFailure("Loading failed", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new LoadFailure("Loading was interrupted", stopped);
        }
    }
}
