package vn.lantoa.testsupport;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Hears what the driver sends to the database, BEGIN and COMMIT included, thread by thread. */
public final class Statements extends Handler implements AutoCloseable {
    private static final Logger DRIVER = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");

    private final ConcurrentHashMap<Long, List<String>> parsed = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Long, List<String>> completed = new ConcurrentHashMap<>();
    private final Level before = DRIVER.getLevel();

    private Statements() {}

    /** Listens from now until closed. */
    public static Statements heard() {
        var statements = new Statements();
        statements.setLevel(Level.FINEST);
        DRIVER.setLevel(Level.FINEST);
        DRIVER.setUseParentHandlers(false);
        DRIVER.addHandler(statements);
        return statements;
    }

    @Override
    public void publish(LogRecord line) {
        var text = String.valueOf(line.getMessage());
        if (line.getParameters() != null && line.getParameters().length > 0) {
            text += Arrays.toString(line.getParameters());
        }
        if (text.contains("<=BE CommandStatus")) {
            linesOf(completed, line).add(text.strip());
        } else if (text.contains("FE=> Parse")) {
            linesOf(parsed, line).add(text.toLowerCase(Locale.ROOT));
        }
    }

    private static List<String> linesOf(Map<Long, List<String>> threads, LogRecord line) {
        return threads.computeIfAbsent(line.getLongThreadID(), thread -> new CopyOnWriteArrayList<>());
    }

    /** What the database completed for the request that sent this statement. */
    public List<String> ofTheRequestWith(String part) {
        return parsed.entrySet().stream()
                .filter(thread -> thread.getValue().stream().anyMatch(sql -> sql.contains(part)))
                .map(thread -> completed.getOrDefault(thread.getKey(), List.of()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no request sent " + part));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        DRIVER.removeHandler(this);
        DRIVER.setLevel(before);
        DRIVER.setUseParentHandlers(true);
    }
}
