package vn.lantoa.access;

import jakarta.enterprise.context.RequestScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.problems.Unavailable;
import vn.lantoa.rest.ReasonText;

/** Explains what {@link Caller#may} answers: by which grant, or what is missing. */
@RequestScoped
class WhyPermitted {
    private static final int MOST_GRANTS = 200;
    private static final String GRANTED = "permission-granted";

    private static final String GRANTS = """
            SELECT g.id, g.role, g.unit, g.line, g.on_behalf_of, p.reach = 'PROVINCE' AS everywhere,
                   lower(g.valid * p.valid) AS valid_from, upper(g.valid * p.valid) AS valid_to
            FROM access_grant g
            JOIN access_role r ON r.code = g.role
            JOIN access_role_permission p ON p.role = r.id AND p.permission = ?
            WHERE g.person = ANY (access_records(?)) AND g.valid && p.valid
            ORDER BY (g.valid * p.valid) @> ?::date DESC, g.id DESC
            LIMIT ?
            """;

    private static final String ROLES = """
            SELECT r.code, r.name_vi, r.name_en FROM access_role r
            WHERE EXISTS (SELECT FROM access_role_permission p
                          WHERE p.role = r.id AND p.permission = ? AND p.valid @> ?::date)
            ORDER BY r.code
            """;

    private static final String CONFIRMED = "SELECT confirmed_at FROM access_freshness";

    /** From what says most to what says least of why not. */
    private static final List<String> OBSTACLES =
            List.of("rights-stale", "outside-your-units", "grant-not-begun", "grant-ended");

    private final CurrentCaller caller;
    private final UnitTree tree;
    private final DataSource database;
    private final Clock clock;

    WhyPermitted(CurrentCaller caller, UnitTree tree, DataSource database, Clock clock) {
        this.caller = caller;
        this.tree = tree;
        this.database = database;
        this.clock = clock;
    }

    PermissionAnswer answer(String permission, @Nullable UUID unit) {
        var today = LocalDate.now(clock);
        try (var connection = database.getConnection()) {
            var roles = new ArrayList<PermissionAnswer.PermittingRole>();
            try (var statement = connection.prepareStatement(ROLES)) {
                statement.setString(1, permission);
                statement.setObject(2, today);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        roles.add(new PermissionAnswer.PermittingRole(
                                rows.getString(1),
                                new PermissionAnswer.RoleName(rows.getString(2), rows.getString(3))));
                    }
                }
            }
            var grants = new ArrayList<PermissionAnswer.GrantAnswer>();
            var person = caller.named();
            if (person.isPresent()) {
                try (var statement = connection.prepareStatement(GRANTS)) {
                    statement.setString(1, permission);
                    statement.setObject(2, person.get());
                    statement.setObject(3, today);
                    statement.setInt(4, MOST_GRANTS);
                    try (var rows = statement.executeQuery()) {
                        while (rows.next()) {
                            grants.add(grant(rows, permission, unit, today));
                        }
                    }
                }
            }
            var confirmedAt = Optional.<Instant>empty();
            try (var statement = connection.prepareStatement(CONFIRMED);
                    var rows = statement.executeQuery()) {
                if (rows.next()) {
                    confirmedAt =
                            Optional.of(rows.getObject(1, OffsetDateTime.class).toInstant());
                }
            }
            grants.sort(Comparator.comparing(grant -> !grant.covers()));
            var reason = reason(permission, unit, person.isPresent(), grants, roles.isEmpty());
            return new PermissionAnswer(
                    permission,
                    unit,
                    reason.equals(GRANTED),
                    reason,
                    ReasonText.of(reason, permission),
                    List.copyOf(grants),
                    List.copyOf(roles),
                    confirmedAt.orElse(null));
        } catch (SQLException e) {
            throw new AccessException("rights cannot be read", e);
        }
    }

    private String reason(
            String permission,
            @Nullable UUID unit,
            boolean person,
            List<PermissionAnswer.GrantAnswer> grants,
            boolean unknown) {
        try {
            var reach = caller.reach(permission);
            if (caller.viewer().isPresent()
                    // explained is what the person has, not what of it is shown to who views as them
                    ? grants.stream().anyMatch(PermissionAnswer.GrantAnswer::covers)
                    : unit == null ? reach.everywhere() || !reach.roots().isEmpty() : caller.may(permission, unit)) {
                return GRANTED;
            }
        } catch (Unavailable stale) {
            return stale.code();
        }
        if (unknown) {
            return "permission-unknown";
        }
        if (!person) {
            return "no-person";
        }
        return OBSTACLES.stream()
                .filter(obstacle ->
                        grants.stream().anyMatch(grant -> grant.reason().equals(obstacle)))
                .findFirst()
                .orElse("permission-missing");
    }

    private PermissionAnswer.GrantAnswer grant(ResultSet row, String permission, @Nullable UUID unit, LocalDate today)
            throws SQLException {
        var from = row.getObject("valid_from", LocalDate.class);
        var to = row.getObject("valid_to", LocalDate.class);
        var top = row.getObject("unit", UUID.class);
        var line = row.getString("line");
        boolean everywhere = row.getBoolean("everywhere");
        String reason;
        if (from != null && from.isAfter(today)) {
            reason = "grant-not-begun";
        } else if (to != null && !to.isAfter(today)) {
            reason = "grant-ended";
        } else if (reaches(everywhere, top, line, unit, today)) {
            reason = GRANTED;
        } else {
            reason = "outside-your-units";
        }
        return new PermissionAnswer.GrantAnswer(
                row.getObject("id", UUID.class),
                row.getString("role"),
                top,
                line,
                from,
                to,
                row.getObject("on_behalf_of", UUID.class),
                everywhere,
                reason.equals(GRANTED),
                reason,
                ReasonText.of(reason, permission));
    }

    private boolean reaches(
            boolean everywhere, @Nullable UUID top, @Nullable String line, @Nullable UUID unit, LocalDate today) {
        if (top == null) {
            return everywhere || line == null;
        }
        return everywhere || unit == null || tree.isWithin(unit, top, line, today);
    }
}
