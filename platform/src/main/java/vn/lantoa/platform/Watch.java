package vn.lantoa.platform;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Ends a test's platform when the test's JVM was killed: a shell waits at a pipe that only that JVM holds open. */
final class Watch {

    private static final String SCRIPT = """
            trap '' INT TERM HUP
            while read -r line; do :; done
            ps -A -o pid= -o args= | grep -F "$1/" | grep -E 'java|postgres' | while read -r pid rest; do
              kill -KILL "$pid"
            done
            """;

    private Watch() {}

    static void over(Home home) {
        try {
            new ProcessBuilder("sh", "-c", SCRIPT, "watch", home.folder().toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
