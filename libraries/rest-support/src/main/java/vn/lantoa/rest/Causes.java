package vn.lantoa.rest;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An exception and everything behind it: causes, suppressed ones (a failed commit hides its reason there), next ones. */
final class Causes {
    private static final int ENOUGH = 100;
    private final List<Throwable> all;

    Causes(Throwable top) {
        var seen = Collections.<Throwable>newSetFromMap(new IdentityHashMap<>());
        var found = new java.util.ArrayList<Throwable>();
        var waiting = new ArrayDeque<Throwable>();
        waiting.add(top);
        while (!waiting.isEmpty() && found.size() < ENOUGH) {
            var next = waiting.poll();
            if (seen.add(next)) {
                found.add(next);
                enqueue(waiting, next.getCause());
                if (next instanceof SQLException sql) {
                    enqueue(waiting, sql.getNextException());
                }
                Collections.addAll(waiting, next.getSuppressed());
            }
        }
        all = found;
    }

    private static void enqueue(ArrayDeque<Throwable> waiting, @Nullable Throwable next) {
        if (next != null) {
            waiting.add(next);
        }
    }

    /** The one nearest to the top. */
    <T> Optional<T> first(Class<T> type) {
        return each(type).findFirst();
    }

    <T> java.util.stream.Stream<T> each(Class<T> type) {
        return all.stream().filter(type::isInstance).map(type::cast);
    }
}
