package vn.lantoa.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

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

    /** Whether the process has not ended; one that has, but was not collected by its parent, counts as ended. */
    public static boolean alive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false) && !collectable(pid);
    }

    private static boolean collectable(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"), StandardCharsets.ISO_8859_1);
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException notLinuxOrGone) {
            return false;
        }
    }

    /** Waits for the end of the process; false when it is still there after {@code patience}. */
    public static boolean awaitEnd(long pid, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (alive(pid)) {
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        return true;
    }

    /** Asks with {@code signal}, waits, and kills what does not listen, its children included. */
    public static void end(long pid, String signal, Duration patience) {
        List<Long> children = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .map(ProcessHandle::pid)
                .toList();
        signal(pid, signal);
        if (!awaitEnd(pid, patience)) {
            signal(pid, "KILL");
            children.forEach(child -> signal(child, "KILL"));
            awaitEnd(pid, Duration.ofSeconds(10));
        }
    }
}
