package vn.lantoa.units.mapping;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Which rows hang on which. Rows of one old or one new unit are carried out together or not at all. A new unit also waits
 * for the parent that the table makes, and a unit that ends without an heir for everything that stands under it.
 */
final class Connected {
    private final List<MappingRow> rows;
    private final Map<String, String> above = new HashMap<>();
    private final Map<String, Set<String>> waiting = new HashMap<>();

    Connected(List<MappingRow> rows, Standings standings, Map<String, Bearer> before) {
        this.rows = rows;
        for (var row : rows) {
            var code = row.newKey();
            if (code != null) {
                join(old(row.oldKey()), made(code));
                if (standings.byOld().containsKey(code)) {
                    // the code is free only when its old bearer gives it up
                    join(old(code), made(code));
                }
            }
        }
        var units = new HashMap<UUID, String>();
        standings.byOld().keySet().forEach(key -> {
            var bearer = before.get(key);
            if (bearer != null) {
                units.put(bearer.unit(), key);
            }
        });
        for (var row : rows) {
            var parent = row.parentKey();
            if (parent != null && standings.byNew().containsKey(parent)) {
                waits(old(row.oldKey()), made(parent));
            }
            var bearer = before.get(row.oldKey());
            var under = bearer == null ? null : units.get(bearer.parent());
            var ofUnder = under == null ? null : standings.byOld().get(under);
            if (under != null && ofUnder != null && ofUnder.getFirst().newCode() == null) {
                waits(old(under), old(row.oldKey()));
            }
        }
    }

    /** The numbers of all rows that hang on one of these. */
    Set<Integer> withAnyOf(Set<Integer> numbers) {
        var wrong = new HashSet<String>();
        var open = new ArrayDeque<String>();
        for (var row : rows) {
            var top = top(old(row.oldKey()));
            if (numbers.contains(row.number()) && wrong.add(top)) {
                open.add(top);
            }
        }
        var dependants = new HashMap<String, Set<String>>();
        waiting.forEach((node, waiters) ->
                dependants.computeIfAbsent(top(node), _ -> new HashSet<>()).addAll(waiters));
        while (!open.isEmpty()) {
            for (var waiter : dependants.getOrDefault(open.remove(), Set.of())) {
                var top = top(waiter);
                if (wrong.add(top)) {
                    open.add(top);
                }
            }
        }
        var held = new HashSet<Integer>();
        for (var row : rows) {
            if (wrong.contains(top(old(row.oldKey())))) {
                held.add(row.number());
            }
        }
        return held;
    }

    private static String old(String key) {
        return "<" + key;
    }

    private static String made(String key) {
        return ">" + key;
    }

    private void waits(String waiter, String node) {
        waiting.computeIfAbsent(node, _ -> new HashSet<>()).add(waiter);
    }

    private void join(String one, String other) {
        var first = top(one);
        var second = top(other);
        if (!first.equals(second)) {
            above.put(first, second);
        }
    }

    private String top(String node) {
        var here = node;
        for (var next = above.get(here); next != null; next = above.get(here)) {
            var beyond = above.get(next);
            if (beyond != null) {
                above.put(here, beyond);
            }
            here = next;
        }
        return here;
    }
}
