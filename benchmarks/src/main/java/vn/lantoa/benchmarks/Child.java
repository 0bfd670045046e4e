package vn.lantoa.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.lantoa.testsupport.Processes;

/**
 * A process beside the platform. Its standard input is a pipe that this JVM holds: a peer ends when that closes, also when
 * this JVM was killed.
 */
final class Child implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Process process;
    private final Path log;

    Child(List<String> command, Map<String, String> environment, Path folder, String name) throws IOException {
        log = folder.resolve(name + ".log");
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        process = builder.start();
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Stands still and costs nothing. */
    void pause() {
        Processes.signal(process.pid(), "STOP");
    }

    void resume() {
        Processes.signal(process.pid(), "CONT");
    }

    /** What it said of an error. */
    String complaint() {
        try {
            var lines = Files.readAllLines(log).stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).contains("error") || line.contains("xception"))
                    .limit(3)
                    .toList();
            return String.join(" | ", lines);
        } catch (IOException silent) {
            return "";
        }
    }

    /** Waits for its end and demands that it was a good one. */
    void awaitSuccess(Duration patience) throws InterruptedException {
        if (!process.waitFor(patience.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS)) {
            close();
            throw new IllegalStateException("not finished after " + patience.toSeconds() + " s");
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException(complaint());
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            resume();
            Processes.end(process.pid(), "TERM", PATIENCE);
        }
    }
}
