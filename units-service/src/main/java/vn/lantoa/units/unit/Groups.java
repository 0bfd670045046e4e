package vn.lantoa.units.unit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Puts together what belongs together: units that are joined by any chain of pairs are one group. */
final class Groups {
    private final Map<UUID, UUID> leaders = new HashMap<>();

    void add(UUID unit) {
        leaders.putIfAbsent(unit, unit);
    }

    void join(UUID one, UUID other) {
        add(one);
        add(other);
        var left = leader(one);
        var right = leader(other);
        if (left.compareTo(right) < 0) {
            leaders.put(right, left);
        } else {
            leaders.put(left, right);
        }
    }

    private UUID leader(UUID unit) {
        var at = unit;
        var above = leaders.getOrDefault(at, at);
        while (!above.equals(at)) {
            var higher = leaders.getOrDefault(above, above);
            leaders.put(at, higher);
            at = above;
            above = higher;
        }
        return at;
    }

    /** Each group in the order of its least id. */
    Collection<List<UUID>> all() {
        var groups = new TreeMap<UUID, List<UUID>>();
        for (var unit : List.copyOf(leaders.keySet())) {
            groups.computeIfAbsent(leader(unit), _ -> new ArrayList<>()).add(unit);
        }
        groups.values().forEach(group -> group.sort(null));
        return groups.values();
    }
}
