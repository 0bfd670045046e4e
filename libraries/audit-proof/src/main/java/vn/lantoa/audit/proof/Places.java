package vn.lantoa.audit.proof;

import java.util.SortedMap;
import java.util.TreeMap;

/** Which positions of the log an export has shown so far, and which it passed over. */
final class Places {
    /** Stretches that are remembered: more say nothing new. */
    private static final int MOST = 1_000;

    private final TreeMap<Long, Long> passed = new TreeMap<>();
    private long next;

    enum Place {
        IN_ORDER,
        /** It was passed over before: somebody moved it. */
        LATE,
        /** It has been there already, or is nowhere missing: somebody put it in. */
        AGAIN
    }

    Place take(long position) {
        if (position >= next) {
            if (position > next && passed.size() < MOST) {
                passed.put(next, position);
            }
            next = position == Long.MAX_VALUE ? position : position + 1;
            return Place.IN_ORDER;
        }
        var stretch = passed.floorEntry(position);
        if (stretch == null || position >= stretch.getValue()) {
            return Place.AGAIN;
        }
        passed.remove(stretch.getKey());
        if (stretch.getKey() < position) {
            passed.put(stretch.getKey(), position);
        }
        if (position + 1 < stretch.getValue()) {
            passed.put(position + 1, stretch.getValue());
        }
        return Place.LATE;
    }

    /** Stretches of positions that never came: from the key to before the value. */
    SortedMap<Long, Long> missing() {
        return passed;
    }
}
