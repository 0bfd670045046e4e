package vn.lantoa.outbox;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/** Tells failures that pass by themselves (the database or Kafka is away, a deadlock) from those of the event. */
final class Transience {
    /** Connection, rollback by conflict, resources, operator intervention, system error. */
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "57", "58");

    private static final Set<String> STATES = Set.of("25006", "55P03");
    private static final String QUERY_CANCELED = "57014";

    private Transience() {}

    static boolean isTransient(Throwable failure) {
        return search(failure, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static boolean search(@Nullable Throwable failure, Set<Throwable> seen) {
        if (failure == null || !seen.add(failure)) {
            return false;
        }
        if (failure instanceof RetriableException || failure instanceof SQLException sql && passes(sql)) {
            return true;
        }
        for (Throwable suppressed : failure.getSuppressed()) {
            if (search(suppressed, seen)) {
                return true;
            }
        }
        return search(failure.getCause(), seen);
    }

    private static boolean passes(SQLException failure) {
        if (failure instanceof SQLTransientException || failure instanceof SQLRecoverableException) {
            return true;
        }
        String state = failure.getSQLState();
        if (state == null) {
            return true; // the pool's: no connection to be had
        }
        return !state.equals(QUERY_CANCELED)
                && (STATES.contains(state) || state.length() == 5 && CLASSES.contains(state.substring(0, 2)));
    }
}
