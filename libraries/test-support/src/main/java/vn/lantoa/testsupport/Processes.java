package vn.lantoa.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Signals for processes that are known by their id. */
public final class Processes {

    private Processes() {}

    /** Sends a signal such as {@code INT}, {@code STOP} or {@code CONT}; a process that is gone is fine. */
    public static void signal(long pid, String signal) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            kill.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the process has not ended (one that has, but was not collected by its parent, counts as ended). */
    public static boolean alive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    /** Waits for the end of the process; false when it is still there after {@code patience}. */
    public static boolean awaitEnd(long pid, Duration patience) {
        var process = ProcessHandle.of(pid);
        if (process.isEmpty()) {
            return true;
        }
        try {
            process.get().onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Asks with {@code signal}, waits, and kills what does not listen. */
    public static void end(long pid, String signal, Duration patience) {
        signal(pid, signal);
        if (!awaitEnd(pid, patience)) {
            signal(pid, "KILL");
            awaitEnd(pid, Duration.ofSeconds(10));
        }
    }
}
