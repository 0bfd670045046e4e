package vn.lantoa.knownunits;

import java.time.LocalDate;
import java.util.UUID;
import vn.lantoa.access.Reach;
import vn.lantoa.sql.Query;

/**
 * The condition of lists that a unit lies where the caller's permission holds: on the day nearest to the one asked on which
 * it exists, so one that ended lies where it last did and one to come where it will first; one that ended lies also where
 * its heir does. A unit of a confidential line is reached along that line only, or by a grant at that very unit.
 */
public final class Reachable {
    private Reachable() {}

    /** Adds {@code AND …} for the unit in the column, a constant of the code. */
    public static Query restrict(Query query, Reach reach, String column, LocalDate day) {
        if (reach.everywhere()) {
            return query;
        }
        var units = reach.roots().stream().map(Reach.Root::unit).toArray(UUID[]::new);
        var lines = reach.roots().stream().map(Reach.Root::line).toArray(String[]::new);
        // greatest and least pass over what is open
        return query.add("""
                AND (%1$s = ANY (?) OR EXISTS (
                    SELECT FROM known_unit_closure k
                    JOIN unnest(?::uuid[], ?::text[]) AS root (unit, line)
                      ON k.ancestor = root.unit AND (root.line IS NULL OR root.line = k.line)
                    WHERE k.descendant = %1$s
                      AND NOT EXISTS (SELECT FROM known_confidential_unit hidden WHERE hidden.unit = %1$s AND hidden.line <> k.line)
                      AND k.valid @> (SELECT least(greatest(?::date, u.valid_from), u.valid_to - 1)
                                      FROM known_unit u WHERE u.id = %1$s))
                  OR EXISTS (
                    SELECT FROM known_unit_heir h
                    JOIN known_unit_closure k ON k.descendant = h.heir AND k.valid @> ?::date
                    JOIN unnest(?::uuid[], ?::text[]) AS root (unit, line)
                      ON k.ancestor = root.unit AND (root.line IS NULL OR root.line = k.line)
                    WHERE h.unit = %1$s
                      AND NOT EXISTS (SELECT FROM known_confidential_unit hidden
                                      WHERE hidden.unit IN (h.unit, h.heir) AND hidden.line <> k.line)
                      AND h.valid @> ?::date))""".formatted(column), units, units, lines, day, day, units, lines, day);
    }
}
