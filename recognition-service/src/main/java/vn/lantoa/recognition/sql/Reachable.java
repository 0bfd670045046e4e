package vn.lantoa.recognition.sql;

import java.time.LocalDate;
import vn.lantoa.access.Reach;

/** The condition that a unit lies where the caller's permission holds; one that ended lies where it last did. */
public final class Reachable {
    private Reachable() {}

    /** Adds {@code AND …} for the unit in the column. */
    public static Select restrict(Select select, Reach reach, String column, LocalDate day) {
        if (reach.everywhere()) {
            return select;
        }
        var units = reach.roots().stream().map(Reach.Root::unit).toArray(java.util.UUID[]::new);
        var lines = reach.roots().stream().map(Reach.Root::line).toArray(String[]::new);
        return select.add("""
                AND (%1$s = ANY (?) OR EXISTS (
                    SELECT 1 FROM known_unit_closure k
                    JOIN unnest(?::uuid[], ?::text[]) AS root (unit, line)
                      ON k.ancestor = root.unit AND (root.line IS NULL OR root.line = k.line)
                    WHERE k.descendant = %1$s
                      AND k.valid @> least(?::date, (SELECT u.valid_to - 1 FROM known_unit u WHERE u.id = %1$s))))""".formatted(column), units, units, lines, day);
    }
}
