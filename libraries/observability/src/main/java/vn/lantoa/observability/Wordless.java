package vn.lantoa.observability;

import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A failure as it may be logged: what kind, where, and why by kind; no message of it or its causes. */
public final class Wordless extends RuntimeException {
    private static final int DEPTH = 12;

    private final String kind;

    private Wordless(String kind, StackTraceElement[] stack, @Nullable Wordless cause) {
        super(kind, cause, false, true);
        this.kind = kind;
        setStackTrace(stack);
    }

    /** The same failure without words. */
    public static Wordless of(Throwable thrown) {
        return of(thrown, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static Wordless of(Throwable thrown, Set<Throwable> seen) {
        seen.add(thrown);
        var cause = thrown.getCause();
        boolean goesOn = cause != null && seen.size() < DEPTH && !seen.contains(cause);
        return new Wordless(kind(thrown), thrown.getStackTrace(), goesOn && cause != null ? of(cause, seen) : null);
    }

    /** A state of SQL says much and nothing of a person. */
    private static String kind(Throwable thrown) {
        var name = thrown.getClass().getName();
        return thrown instanceof SQLException sql ? name + " [" + sql.getSQLState() + "]" : name;
    }

    @Override
    public String toString() {
        return kind;
    }
}
