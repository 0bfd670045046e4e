package vn.lantoa.platform;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;

/** The end of a log: of the last run only. */
final class Logs {

    /** Each run of a part begins its log with this. */
    static final String BEGIN = "=== started ";

    private static final int LONGEST = 200_000;

    private Logs() {}

    /** What nobody expected, with its stack, for whoever mends it. */
    static Path keep(Path home, Throwable failure) {
        Path log = home.resolve("logs").resolve("lantoa.log");
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        try {
            Files.createDirectories(home.resolve("logs"));
            Files.writeString(
                    log, BEGIN + Instant.now() + "\n" + text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return log;
    }

    static String tail(Path log, int lines) {
        if (!Files.exists(log)) {
            return "(no log)";
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long begin = Math.max(0, file.length() - LONGEST);
            byte[] bytes = new byte[(int) (file.length() - begin)];
            file.seek(begin);
            file.readFully(bytes);
            List<String> all = new String(bytes, StandardCharsets.UTF_8).lines().toList();
            int begun = 0;
            for (int i = 0; i < all.size(); i++) {
                if (all.get(i).startsWith(BEGIN)) {
                    begun = i + 1;
                }
            }
            return String.join("\n", all.subList(Math.max(begun, all.size() - lines), all.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
