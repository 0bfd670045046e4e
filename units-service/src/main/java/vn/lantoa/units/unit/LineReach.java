package vn.lantoa.units.unit;

import java.time.LocalDate;
import java.util.UUID;
import vn.lantoa.access.Reach;
import vn.lantoa.sql.Query;

/**
 * SQL for whether a caller reaches something at a unit on a line: what is confidential only along its own line or at the very
 * unit of the grant, all else along any line. An ended unit lies where it last did.
 */
public final class LineReach {
    private LineReach() {}

    /** Adds the condition for the unit, the line and whether it is confidential, given as SQL; constants of the code. */
    public static Query condition(
            Query query, Reach reach, String unit, String line, String confidential, LocalDate day) {
        if (reach.everywhere()) {
            return query.add("true");
        }
        var units = reach.roots().stream().map(Reach.Root::unit).toArray(UUID[]::new);
        var along = reach.roots().stream().map(Reach.Root::line).toArray(String[]::new);
        // greatest and least pass over what is open
        return query.add("""
                EXISTS (
                    SELECT FROM unnest(?::uuid[], ?::text[]) AS root (unit, line)
                    WHERE (root.unit = %1$s AND (NOT %3$s OR root.line IS NULL OR root.line = %2$s))
                       OR EXISTS (
                           SELECT FROM unit_closure k
                           JOIN unit ku ON ku.id = k.descendant
                           WHERE k.descendant = %1$s AND k.ancestor = root.unit
                             AND (root.line IS NULL OR root.line = k.line)
                             AND (NOT %3$s OR k.line = %2$s)
                             AND k.valid @> least(greatest(?::date, ku.valid_from), ku.valid_to - 1)))
                """.formatted(unit, line, confidential), units, along, day);
    }

    /** Adds the condition for a post at the unit: at an organisation of a confidential line it tells who belongs there. */
    public static Query conditionOfPost(Query query, Reach reach, String unit, LocalDate day) {
        if (reach.everywhere()) {
            return query.add("true");
        }
        var line = "(SELECT min(cp.line) FROM unit_placement cp JOIN line cl ON cl.code = cp.line"
                + " WHERE cp.unit = %s AND cl.confidential)".formatted(unit);
        query.add("(%s IS NULL OR".formatted(line));
        return condition(query, reach, unit, line, "true", day).add(")");
    }

    /** Adds the condition for a grant, given by its alias: on a confidential line only along it. */
    public static Query conditionOfGrant(Query query, Reach reach, String grant, LocalDate day) {
        query.add("(NOT EXISTS (SELECT FROM line gl WHERE gl.code = %s.line AND gl.confidential) OR".formatted(grant));
        return condition(query, reach, grant + ".unit", grant + ".line", "true", day)
                .add(")");
    }
}
