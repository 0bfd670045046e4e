package vn.lantoa.schema;

import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Stays until the schema is what this version needs, and says what it waits for. */
final class Await {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int SAID_EVERY = 30;

    private final Settings settings;
    private final RequiredSchema required;
    private final PrintStream out;
    private String said = "";
    private int silent;

    Await(Settings settings, RequiredSchema required, PrintStream out) {
        this.settings = settings;
        this.required = required;
        this.out = out;
    }

    String run() {
        while (true) {
            try (var connection = settings.connect(settings.app(), settings.appPassword())) {
                var missing = required.missing(connection);
                if (missing.isEmpty()) {
                    return "The schema is complete";
                }
                say("Waits for %d migrations, %s first".formatted(missing.size(), missing.getFirst()));
            } catch (SQLException e) {
                say("Waits for the database: " + e.getMessage());
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private void say(String now) {
        silent = now.equals(said) ? silent + 1 : 0;
        if (silent % SAID_EVERY == 0) {
            out.println(now);
        }
        said = now;
    }
}
