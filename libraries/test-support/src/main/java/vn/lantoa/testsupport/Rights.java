package vn.lantoa.testsupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Gives a subject of the shared identity provider rights in a service under test, by plain SQL into the access tables. */
public final class Rights {

    private static final long ABOVE_EVERY_EVENT = 1;
    private static final String ROLES = "META-INF/lantoa/roles.yaml";

    private Rights() {}

    /** A role with its usual permissions over the unit and everything below it; no unit means the whole province. */
    public static void grant(DataSource database, String subject, UUID person, String role, @Nullable UUID unit) {
        grant(database, subject, person, role, unit, null, null, null);
    }

    /** Along one line, or for a time. */
    public static void grant(
            DataSource database,
            String subject,
            UUID person,
            String role,
            @Nullable UUID unit,
            @Nullable String line,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        try (Connection connection = database.getConnection()) {
            role(connection, role);
            account(connection, subject, person);
            update(
                    connection,
                    "insert into access_grant (id, person, role, unit, line, valid_from, valid_to, aggregate_version)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                    UUID.randomUUID(),
                    person,
                    role,
                    unit,
                    line,
                    from,
                    to,
                    ABOVE_EVERY_EVENT);
            update(connection, """
                    insert into access_freshness (confirmed_at) values (now() + interval '1 day')
                    on conflict (single) do update set confirmed_at = excluded.confirmed_at""");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the first, used in somebody else's name. */
    public static void delegate(
            DataSource database, String subject, UUID person, String role, @Nullable UUID unit, UUID onBehalfOf) {
        try (Connection connection = database.getConnection()) {
            role(connection, role);
            account(connection, subject, person);
            update(
                    connection,
                    "insert into access_grant (id, person, role, unit, on_behalf_of, aggregate_version) values (?, ?, ?, ?, ?, ?)",
                    UUID.randomUUID(),
                    person,
                    role,
                    unit,
                    onBehalfOf,
                    ABOVE_EVERY_EVENT);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes every grant of the person away. */
    public static void withdraw(DataSource database, UUID person) {
        run(database, "delete from access_grant where person = ?", person);
    }

    /** Another system that asks in its own name. */
    public static void client(DataSource database, String subject, UUID client) {
        run(
                database,
                "insert into access_client (id, name, issuer, subject, aggregate_version) values (?, ?, ?, ?, ?)",
                client,
                subject,
                Tokens.issuer(),
                subject,
                ABOVE_EVERY_EVENT);
    }

    /** What another system may do, whether anybody would grant it or not. */
    public static void grantToClient(
            DataSource database,
            UUID client,
            String permission,
            @Nullable UUID unit,
            @Nullable String line,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        run(
                database,
                "insert into access_client_grant (id, client, permission, unit, line, valid_from, valid_to)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                UUID.randomUUID(),
                client,
                permission,
                unit,
                line,
                from,
                to);
    }

    /** Takes every grant of the system away. */
    public static void withdrawFromClient(DataSource database, String subject) {
        run(
                database,
                "delete from access_client_grant where client in (select id from access_client where subject = ?)",
                subject);
    }

    /** A post held from always on. */
    public static void post(DataSource database, UUID person, UUID unit, String title, String group, boolean leading) {
        try (Connection connection = database.getConnection()) {
            update(connection, """
                    insert into access_post (id, person, unit, title, post_group, is_leading, aggregate_version)
                    values (?, ?, ?, ?, ?, ?, ?)""", UUID.randomUUID(), person, unit, title, group, leading, ABOVE_EVERY_EVENT);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void account(Connection connection, String subject, UUID person) throws SQLException {
        update(
                connection,
                """
                insert into access_account (id, person, issuer, subject, aggregate_version)
                select ?, ?, ?, ?, ?
                where not exists (select 1 from access_account where issuer = ? and subject = ? and person = ?)""",
                UUID.randomUUID(),
                person,
                Tokens.issuer(),
                subject,
                ABOVE_EVERY_EVENT,
                Tokens.issuer(),
                subject,
                person);
    }

    private static void role(Connection connection, String code) throws SQLException {
        UUID id = UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8));
        int added = update(connection, """
                insert into access_role (id, code, name_vi, name_en, aggregate_version)
                select ?, ?, ?, ?, ? where not exists (select 1 from access_role where code = ?)""", id, code, code, code, ABOVE_EVERY_EVENT, code);
        if (added == 0) {
            return;
        }
        for (JsonNode each : permissions(code)) {
            update(
                    connection,
                    "insert into access_role_permission (role, permission, reach) values (?, ?, ?)",
                    id,
                    each.path("permission").asText(),
                    each.path("reach").asText("SUBTREE"));
        }
    }

    /** From the file that units-service defines the roles by; it comes with the library access. */
    private static JsonNode permissions(String role) {
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(ROLES)) {
            for (JsonNode each : new YAMLMapper().readTree(file).path("roles")) {
                if (each.path("code").asText().equals(role)) {
                    return each.path("permissions");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalArgumentException("No such role: " + role);
    }

    private static void run(DataSource database, String sql, @Nullable Object... values) {
        try (Connection connection = database.getConnection()) {
            update(connection, sql, values);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
