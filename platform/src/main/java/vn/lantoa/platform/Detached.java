package vn.lantoa.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.lantoa.testsupport.Processes;

/** Starts processes that outlive this one: in a process group of their own, so that Ctrl-C here does not reach them. */
final class Detached {

    private static final long ROTATE_ABOVE = 20_000_000;
    private static final String SCRIPT = """
            set -m
            log=$1
            shift
            nohup "$@" >>"$log" 2>&1 </dev/null &
            echo $!
            """;

    private Detached() {}

    /** Returns the process id. */
    static long start(List<String> command, Map<String, String> environment, Path log) {
        try {
            if (Files.exists(log) && Files.size(log) > ROTATE_ABOVE) {
                Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.writeString(
                    log, Logs.BEGIN + Instant.now() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            List<String> shell = new ArrayList<>(List.of("bash", "-c", SCRIPT, "lantoa", log.toString()));
            shell.addAll(command);
            ProcessBuilder builder = new ProcessBuilder(shell).redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().putAll(environment);
            Process process = builder.start();
            String pid = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return Long.parseLong(pid);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the process has not ended. */
    static boolean alive(long pid) {
        return Processes.alive(pid);
    }
}
