package vn.lantoa.units.role;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Caller;
import vn.lantoa.access.UnitTree;
import vn.lantoa.problems.Forbidden;
import vn.lantoa.problems.NotFound;
import vn.lantoa.sql.Query;
import vn.lantoa.units.membership.MembershipScope;

/**
 * Which grants the caller may give and know of: never over more units or lines than they reach themselves, and what holds on a
 * confidential line only along that line.
 */
@ApplicationScoped
class GrantScope {
    private static final String GRANT = "role-grant.grant";

    private final MembershipScope confidential;
    private final Caller caller;
    private final UnitTree tree;
    private final DataSource database;
    private final Clock clock;

    GrantScope(MembershipScope confidential, Caller caller, UnitTree tree, DataSource database, Clock clock) {
        this.confidential = confidential;
        this.caller = caller;
        this.tree = tree;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Who reaches the unit on one line only grants on that line only; a grant on all lines also takes the confidential ones on
     * which the unit stands. The right to grant is not used on somebody's behalf: what came of it would outlast the delegation.
     *
     * @throws Forbidden 403 {@code outside-your-units}, {@code granting-not-delegated}
     */
    void requireToGrant(@Nullable UUID unit, @Nullable String line) {
        require(GRANT, unit);
        if (caller.actingFor().isPresent()) {
            throw new Forbidden("granting-not-delegated");
        }
        var reach = caller.reach(GRANT);
        if (reach.everywhere() || unit == null) {
            return;
        }
        var today = LocalDate.now(clock);
        var reached = reach.roots().stream()
                .filter(root -> root.line() == null || root.line().equals(line))
                .anyMatch(root -> tree.isWithin(unit, root.unit(), root.line(), today));
        if (!reached || confidentialOf(unit, line).stream().anyMatch(each -> !confidential.may(GRANT, unit, each))) {
            throw new Forbidden("outside-your-units", GRANT);
        }
    }

    /** The confidential lines that a grant takes in: its own, or of one on all lines those on which the unit ever stands. */
    private List<String> confidentialOf(UUID unit, @Nullable String line) {
        var query = Query.of("SELECT l.code FROM line l WHERE l.confidential");
        if (line == null) {
            query.add("AND EXISTS (SELECT FROM unit_placement p WHERE p.unit = ? AND p.line = l.code)", unit);
        } else {
            query.add("AND l.code = ?", line);
        }
        return query.list(database, row -> row.text("code"));
    }

    /** @throws NotFound 404 {@code role-grant-not-found} where the grant holds on a confidential line out of reach */
    void requireKnown(RoleGrant grant, String permission) {
        var unit = grant.unit();
        var line = grant.line();
        if (unit != null
                && line != null
                && !confidentialOf(unit, line).isEmpty()
                && !confidential.may(permission, unit, line)) {
            throw new NotFound("role-grant-not-found", grant.id());
        }
    }

    /** @throws Forbidden 403 {@code outside-your-units} */
    void require(String permission, @Nullable UUID unit) {
        if (unit == null) {
            caller.requireEverywhere(permission);
        } else {
            caller.require(permission, unit);
        }
    }
}
