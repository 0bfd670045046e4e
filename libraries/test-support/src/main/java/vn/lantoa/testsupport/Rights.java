package vn.lantoa.testsupport;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Gives rights for tests, by plain SQL into the access tables of one service's database: {@code Rights.grant(dataSource,
 * "officer", person, "EMULATION_OFFICER", unit)} and then {@code Tokens.of("officer")}. A service remembers what an account
 * may do for one second, so grant before the account's first request, or wait for the effect.
 */
public final class Rights {
    private static final String PROVINCE = "@PROVINCE";

    /** Permissions by role; a trailing {@code @PROVINCE} makes a permission hold everywhere. */
    private static final Map<String, List<String>> ROLES = Map.of(
            "ADMINISTRATOR",
            words("""
                    unit.read unit.register unit.correct unit.place reorganisation.draft reorganisation.enact
                    person.read person.register post.assign account.link role.read role-grant.grant role-grant.end
                    event.read audit.read announcement.make campaign.read registration.read nomination.read award.read
                    """),
            "EMULATION_OFFICER",
            words("""
                    unit.read@PROVINCE person.read campaign.read@PROVINCE campaign.draft campaign.submit response.give
                    registration.read registration.draft registration.submit registration.review nomination.read
                    nomination.draft nomination.submit nomination.withdraw fact.record award.read@PROVINCE
                    """),
            "CONFIRMING_OFFICER",
            words("""
                    unit.read@PROVINCE campaign.read@PROVINCE registration.read registration.confirm registration.return
                    """),
            "LEADER",
            words("""
                    unit.read@PROVINCE campaign.read@PROVINCE campaign.approve campaign.launch campaign.close
                    nomination.read award.read@PROVINCE decision.read decision.sign
                    """),
            "STANDING_AGENCY",
            words("""
                    unit.read@PROVINCE person.read campaign.read@PROVINCE nomination.read nomination.receive
                    nomination.return nomination.reject nomination.accept vote.record decision.read decision.draft
                    fact.record award.read@PROVINCE event.read
                    """),
            "MEMBER",
            words("unit.read@PROVINCE campaign.read@PROVINCE registration.draft registration.submit"));

    private Rights() {}

    /** The account of the shared identity provider gets a role at a unit and below it on every line; no unit: everywhere. */
    public static void grant(DataSource database, String subject, UUID person, String role, @Nullable UUID unit) {
        grant(database, Tokens.issuer(), subject, person, role, unit, null, null, null);
    }

    /** The same with everything said: issuer, line (null: every line) and period of the grant (end exclusive). */
    public static void grant(
            DataSource database,
            String issuer,
            String subject,
            UUID person,
            String role,
            @Nullable UUID unit,
            @Nullable String line,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        try (Connection connection = database.getConnection()) {
            account(connection, issuer, subject, person, null, null);
            role(connection, role);
            run(connection, """
                    INSERT INTO access_grant (id, person, role, unit, line, valid_from, valid_to, aggregate_version)
                    VALUES (?, ?, ?, ?, ?, ?, ?, 1)
                    """, UUID.randomUUID(), person, role, unit, line, from, to);
            confirm(connection, Duration.ofHours(-1));
        } catch (SQLException e) {
            throw new IllegalStateException("cannot grant " + role + " to " + subject, e);
        }
    }

    /** A person's account in one period (end exclusive), without any role; replaces what was said of the account before. */
    public static void account(
            DataSource database,
            String issuer,
            String subject,
            UUID person,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        try (Connection connection = database.getConnection()) {
            account(connection, issuer, subject, person, from, to);
            confirm(connection, Duration.ofHours(-1));
        } catch (SQLException e) {
            throw new IllegalStateException("cannot link " + subject, e);
        }
    }

    /** A post held without end, as {@code Signers} reads it. */
    public static void post(
            DataSource database, UUID person, UUID unit, String title, String postGroup, boolean leading) {
        try (Connection connection = database.getConnection()) {
            run(connection, """
                    INSERT INTO access_post (id, person, unit, title, post_group, is_leading, aggregate_version)
                    VALUES (?, ?, ?, ?, ?, ?, 1)
                    """, UUID.randomUUID(), person, unit, title, postGroup, leading);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot give the post " + title, e);
        }
    }

    /** Rights were last confirmed so long ago; {@link #grant} and {@link #account} make them fresh for an hour to come. */
    public static void confirmedAgo(DataSource database, Duration age) {
        try (Connection connection = database.getConnection()) {
            confirm(connection, age);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot set the age of rights", e);
        }
    }

    private static void account(
            Connection connection,
            String issuer,
            String subject,
            UUID person,
            @Nullable LocalDate from,
            @Nullable LocalDate to)
            throws SQLException {
        run(connection, """
                INSERT INTO access_account (id, person, issuer, subject, valid_from, valid_to, aggregate_version)
                VALUES (?, ?, ?, ?, ?, ?, 1)
                ON CONFLICT (id) DO UPDATE
                SET person = EXCLUDED.person, valid_from = EXCLUDED.valid_from, valid_to = EXCLUDED.valid_to
                """, named(issuer + " " + subject), person, issuer, subject, from, to);
    }

    private static void role(Connection connection, String code) throws SQLException {
        List<String> permissions = ROLES.get(code);
        if (permissions == null) {
            throw new IllegalArgumentException("no such role: " + code);
        }
        run(connection, """
                INSERT INTO access_role (id, code, name_vi, name_en, aggregate_version)
                SELECT ?, ?, ?, ?, 1 WHERE NOT EXISTS (SELECT FROM access_role WHERE code = ?)
                ON CONFLICT (id) DO NOTHING
                """, named(code), code, code, code, code);
        for (String permission : permissions) {
            boolean everywhere = permission.endsWith(PROVINCE);
            run(connection, """
                    INSERT INTO access_role_permission (role, permission, reach)
                    SELECT id, ?, ? FROM access_role WHERE id = ?
                    ON CONFLICT ON CONSTRAINT access_role_permission_pk DO NOTHING
                    """, permission.replace(PROVINCE, ""), everywhere ? "PROVINCE" : "SUBTREE", named(code));
        }
    }

    private static void confirm(Connection connection, Duration age) throws SQLException {
        run(connection, """
                INSERT INTO access_freshness (confirmed_at) VALUES (now() - make_interval(secs => ?))
                ON CONFLICT (single) DO UPDATE SET confirmed_at = EXCLUDED.confirmed_at
                """, (double) age.toSeconds());
    }

    private static void run(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+", -1));
    }
}
