package vn.lantoa.units.membership;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lantoa.access.Caller;
import vn.lantoa.problems.Forbidden;
import vn.lantoa.sql.Query;
import vn.lantoa.units.unit.LineReach;

/**
 * How far the caller's rights reach over members. A unit that has ended lies where it last did. On a confidential line only
 * what stands below along that very line is reached, or the unit of the grant itself: that the unit also stands below on
 * another line opens nothing.
 */
@ApplicationScoped
public class MembershipScope {
    private final ConfidentialLines lines;
    private final Caller caller;
    private final DataSource database;
    private final Clock clock;

    MembershipScope(ConfidentialLines lines, Caller caller, DataSource database, Clock clock) {
        this.lines = lines;
        this.caller = caller;
        this.database = database;
        this.clock = clock;
    }

    /** Whether the permission reaches members of the unit on the line today. */
    public boolean may(String permission, UUID unit, String line) {
        var reach = caller.reach(permission);
        if (reach.everywhere() || reach.roots().isEmpty()) {
            return reach.everywhere();
        }
        var confidential = lines.confidential(line);
        if (!confidential && caller.may(permission, unit)) {
            return true;
        }
        var query = Query.of(
                "SELECT count(*) FROM (SELECT ?::uuid AS unit, ?::text AS line, ?::boolean AS confidential) AS asked WHERE",
                unit,
                line,
                confidential);
        return LineReach.condition(query, reach, "asked.unit", "asked.line", "asked.confidential", LocalDate.now(clock))
                        .count(database)
                > 0;
    }

    /** @throws Forbidden 403 {@code outside-your-units} */
    public void require(String permission, UUID unit, String line) {
        if (!may(permission, unit, line)) {
            throw new Forbidden("outside-your-units", permission);
        }
        if (caller.may(permission, unit)) {
            // on whose behalf is known from here on
            caller.require(permission, unit);
        }
    }
}
