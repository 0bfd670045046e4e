package vn.lantoa.campaigns;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Hears what the driver sends to the database, BEGIN and COMMIT included, thread by thread. */
final class Statements extends Handler implements AutoCloseable {
    private static final Logger DRIVER = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");

    private final ConcurrentHashMap<Long, List<String>> parsed = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Long, Integer> executed = new ConcurrentHashMap<>();
    private final Level before = DRIVER.getLevel();

    private Statements() {}

    static Statements heard() {
        var statements = new Statements();
        statements.setLevel(Level.FINEST);
        DRIVER.setLevel(Level.FINEST);
        DRIVER.addHandler(statements);
        return statements;
    }

    @Override
    public void publish(LogRecord line) {
        var text = String.valueOf(line.getMessage());
        if (text.contains("FE=> Execute")) {
            executed.merge(line.getLongThreadID(), 1, Integer::sum);
        } else if (text.contains("FE=> Parse")) {
            var sql = line.getParameters() == null ? text : java.util.Arrays.toString(line.getParameters());
            parsed.computeIfAbsent(line.getLongThreadID(), thread -> new ArrayList<>())
                    .add(sql);
        }
    }

    /** How many statements the request executed that sent this one. */
    int ofTheRequestWith(String part) {
        return parsed.entrySet().stream()
                .filter(thread -> thread.getValue().stream().anyMatch(sql -> sql.contains(part)))
                .map(thread -> executed.getOrDefault(thread.getKey(), 0))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no request sent " + part + ": " + parsed));
    }

    List<String> textsOfTheRequestWith(String part) {
        return parsed.values().stream()
                .filter(texts -> texts.stream().anyMatch(sql -> sql.contains(part)))
                .findFirst()
                .orElse(List.of());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        DRIVER.removeHandler(this);
        DRIVER.setLevel(before);
    }
}
