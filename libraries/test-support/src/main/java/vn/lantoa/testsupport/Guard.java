package vn.lantoa.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Ends a child process and deletes its folder when this JVM is gone, also when the JVM was killed: a shell that waits
 * at a pipe which only this JVM holds open.
 */
final class Guard {

    private static final String SCRIPT = """
            trap '' INT TERM HUP
            while read -r line; do :; done
            kill -"$1" "$2" 2>/dev/null
            n=0
            while kill -0 "$2" 2>/dev/null && [ $n -lt 50 ]; do sleep 0.1; n=$((n+1)); done
            kill -KILL "$2" 2>/dev/null
            [ -z "$3" ] || rm -rf "$3"
            """;

    private final Process shell;

    private Guard(Process shell) {
        this.shell = shell;
    }

    /** {@code folder} is deleted afterwards, when given. */
    static Guard over(long pid, String signal, Path folder) {
        try {
            return new Guard(
                    new ProcessBuilder("sh", "-c", SCRIPT, "guard", signal, Long.toString(pid), folder.toString())
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The child has been ended in good order: nothing is left to guard. */
    void dismiss() {
        shell.destroyForcibly();
    }
}
