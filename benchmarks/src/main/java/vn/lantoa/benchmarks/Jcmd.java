package vn.lantoa.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.lantoa.platform.Part;
import vn.lantoa.platform.Platform;

/** Asks the virtual machine of a running service. */
final class Jcmd {
    private Jcmd() {}

    static long pid(Platform platform, Part part) {
        return platform.status().stream()
                .filter(status -> status.part() == part)
                .findFirst()
                .orElseThrow()
                .pid()
                .orElseThrow();
    }

    /** What it answered. @throws IllegalStateException when it refused */
    static String tell(long pid, String... command) throws IOException, InterruptedException {
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        words.add(Long.toString(pid));
        words.addAll(List.of(command));
        var process = new ProcessBuilder(words).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + ": " + said);
        }
        return said;
    }
}
