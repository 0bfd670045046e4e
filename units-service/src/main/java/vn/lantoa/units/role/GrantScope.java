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
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Forbidden;
import vn.lantoa.problems.Invalid;
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

    private final RoleReads roles;
    private final MembershipScope confidential;
    private final Caller caller;
    private final UnitTree tree;
    private final DataSource database;
    private final Clock clock;

    GrantScope(
            RoleReads roles,
            MembershipScope confidential,
            Caller caller,
            UnitTree tree,
            DataSource database,
            Clock clock) {
        this.roles = roles;
        this.confidential = confidential;
        this.caller = caller;
        this.tree = tree;
        this.database = database;
        this.clock = clock;
    }

    /**
     * A role is granted by those whom {@code roles.yaml} names, over what they reach by that very role, and never to oneself.
     *
     * @throws Forbidden 403 {@code outside-your-units}, {@code granting-not-delegated}, {@code role-not-grantable},
     *     {@code granted-to-oneself}
     * @throws Invalid 422 {@code role-not-grantable} along this line, or after the role has ended
     */
    void requireToGrant(
            UUID person, String role, @Nullable UUID unit, @Nullable String line, @Nullable LocalDate from) {
        requireToGrant(unit, line);
        var granting = caller.rolesGiving(GRANT, unit, line);
        var known = roles.roles().stream()
                .filter(each -> each.code().equals(role))
                .findFirst()
                .orElseThrow(() -> new Invalid("unknown-role", FieldError.at("/role", "unknown-role")));
        if (known.grantedBy().stream().noneMatch(granting::contains)) {
            throw new Forbidden("role-not-grantable", role);
        }
        if (!known.lines().isEmpty() && (line == null || !known.lines().contains(line))) {
            throw new Invalid(
                    "role-along-line",
                    FieldError.at("/line", "role-along-line", role, String.join(", ", known.lines())));
        }
        var ends = known.validTo();
        var begins = from == null ? LocalDate.now(clock) : from;
        if (ends != null && !begins.isBefore(ends)) {
            throw new Invalid("role-ended", FieldError.at("/role", "role-ended", role, ends));
        }
        if (isCaller(person)) {
            throw new Forbidden("granted-to-oneself");
        }
    }

    /** Whether the caller may give the rights of this grant to others, whoever they are. */
    void requireToGrant(RoleGrant grant) {
        requireToGrant(grant.unit(), grant.line());
        var granting = caller.rolesGiving(GRANT, grant.unit(), grant.line());
        if (roles.roles().stream()
                .filter(each -> each.code().equals(grant.role()))
                .noneMatch(each -> each.grantedBy().stream().anyMatch(granting::contains))) {
            throw new Forbidden("role-not-grantable", grant.role());
        }
    }

    /** Also by another record of the same person. */
    private boolean isCaller(UUID person) {
        return caller.person()
                .map(me -> me.equals(person)
                        || Query.of(
                                                "SELECT count(*) FROM (VALUES (?::uuid, ?::uuid)) AS given (me, person)"
                                                        + " WHERE given.person = ANY (access_records(given.me))",
                                                me,
                                                person)
                                        .count(database)
                                > 0)
                .orElse(false);
    }

    /**
     * Who reaches the unit on one line only grants on that line only; a grant on all lines also takes the confidential ones on
     * which the unit stands. The right to grant is not used on somebody's behalf: what came of it would outlast the delegation.
     *
     * @throws Forbidden 403 {@code outside-your-units}, {@code granting-not-delegated}
     */
    private void requireToGrant(@Nullable UUID unit, @Nullable String line) {
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
