package vn.lantoa.units.mapping;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rows that hang together through old and new units: they are carried out together or not at all. */
final class Connected {
    private final List<MappingRow> rows;
    private final Map<String, String> above = new HashMap<>();

    Connected(List<MappingRow> rows) {
        this.rows = rows;
        var made = new HashSet<String>();
        var old = new HashSet<String>();
        for (var row : rows) {
            old.add(row.oldCode());
            if (row.newCode() != null) {
                made.add(row.newCode());
            }
        }
        for (var row : rows) {
            var code = row.newCode();
            if (code != null) {
                join(old(row.oldCode()), made(code));
                if (old.contains(code)) {
                    // the code is free only when its old bearer gives it up
                    join(old(code), made(code));
                }
                if (row.newParent() != null && made.contains(row.newParent())) {
                    join(made(code), made(row.newParent()));
                }
            }
        }
    }

    /** The numbers of all rows that hang together with one of these. */
    Set<Integer> withAnyOf(Set<Integer> numbers) {
        var wrong = new HashSet<String>();
        for (var row : rows) {
            if (numbers.contains(row.number())) {
                wrong.add(top(old(row.oldCode())));
            }
        }
        var held = new HashSet<Integer>();
        for (var row : rows) {
            if (wrong.contains(top(old(row.oldCode())))) {
                held.add(row.number());
            }
        }
        return held;
    }

    private static String old(String code) {
        return "<" + code;
    }

    private static String made(String code) {
        return ">" + code;
    }

    private void join(String one, String other) {
        above.put(top(one), top(other));
    }

    private String top(String node) {
        var here = node;
        for (var next = above.get(here); next != null && !next.equals(here); next = above.get(here)) {
            var beyond = above.get(next);
            if (beyond != null) {
                above.put(here, beyond);
            }
            here = next;
        }
        return here;
    }
}
