package vn.lantoa.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lantoa.events.Contract;
import vn.lantoa.events.DomainEvent;
import vn.lantoa.outbox.ReceivedEvent;

/**
 * The tables that rights are read from. Whatever is applied counts in this process as soon as the transaction has
 * committed, in other replicas of the service within a second.
 */
@ApplicationScoped
public class AccessReplica {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private static final String FORGET_PERMISSIONS = "DELETE FROM access_role_permission WHERE role = ?";
    private static final String PUT_PERMISSIONS = """
            INSERT INTO access_role_permission (role, permission, reach, valid_from, valid_to)
            SELECT ?, p.permission, p.reach, p."validFrom", p."validTo"
            FROM jsonb_to_recordset(?::jsonb -> 'permissions')
                AS p (permission text, reach text, "validFrom" date, "validTo" date)
            """;
    private static final String FORGET_CLIENT_GRANTS = "DELETE FROM access_client_grant WHERE client = ?";
    private static final String PUT_CLIENT_GRANTS = """
            INSERT INTO access_client_grant (client, id, permission, unit, line, valid_from, valid_to)
            SELECT ?, g.id, g.permission, g.unit, g.line, g."validFrom", g."validTo"
            FROM jsonb_to_recordset(?::jsonb -> 'grants')
                AS g (id uuid, permission text, unit uuid, line text, "validFrom" date, "validTo" date)
            """;
    private static final String CONFIRM = """
            INSERT INTO access_freshness AS held (confirmed_at)
            SELECT ? WHERE NOT EXISTS (SELECT FROM dead_letter WHERE handler = ? AND replayed_at IS NULL)
            ON CONFLICT ON CONSTRAINT access_freshness_pk DO UPDATE SET confirmed_at = EXCLUDED.confirmed_at
            WHERE held.confirmed_at < EXCLUDED.confirmed_at
            """;

    private final DataSource dataSource;
    private final RightsLookup lookup;
    private final AfterCommit afterCommit;
    private final Clock clock;

    AccessReplica(DataSource dataSource, RightsLookup lookup, AfterCommit afterCommit, Clock clock) {
        this.dataSource = dataSource;
        this.lookup = lookup;
        this.afterCommit = afterCommit;
        this.clock = clock;
    }

    /** Where the originals are: the change and what follows from it for rights are one transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void apply(DomainEvent event) {
        Contract contract = event.getClass().getAnnotation(Contract.class);
        if (contract == null) {
            throw new IllegalArgumentException("without a contract: " + event.getClass());
        }
        AccessTable.of(contract.type())
                .ifPresent(table -> put(
                        table,
                        event.subject(),
                        AccessTable.NEXT,
                        JSON.valueToTree(event.state()).toString(),
                        false));
    }

    /** Elsewhere: unless something newer is held. Other types are ignored. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void apply(ReceivedEvent event) {
        AccessTable.of(event.type())
                .ifPresent(table -> put(
                        table,
                        event.subject(),
                        event.aggregateVersion(),
                        event.state().toString(),
                        event.announcement()));
    }

    /**
     * Everything that the owner had committed by then is here, unless something of it could not be applied and waits to be
     * replayed: that may be a revocation. An owner's clock that is ahead of ours gains nothing.
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public void confirm(Instant at) {
        Instant now = clock.instant();
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(CONFIRM)) {
            statement.setObject(1, (at.isAfter(now) ? now : at).atOffset(ZoneOffset.UTC));
            statement.setString(2, AccessEvents.NAME);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new AccessException("freshness cannot be confirmed", e);
        }
    }

    private void put(AccessTable table, UUID id, long version, String state, boolean announcement) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(table.put(announcement))) {
            statement.setObject(1, id);
            statement.setLong(2, version);
            statement.setString(3, state);
            boolean put = statement.executeUpdate() == 1;
            if (put && table == AccessTable.ROLE) {
                replaceParts(connection, FORGET_PERMISSIONS, PUT_PERMISSIONS, id, state);
            } else if (put && table == AccessTable.MACHINE_CLIENT) {
                replaceParts(connection, FORGET_CLIENT_GRANTS, PUT_CLIENT_GRANTS, id, state);
            }
        } catch (SQLException e) {
            throw new AccessException("cannot put " + table + " " + id, e);
        }
        afterCommit.run(lookup::forget);
    }

    /** What an aggregate consists of: all of it anew. */
    private static void replaceParts(Connection connection, String forget, String put, UUID whole, String state)
            throws SQLException {
        try (var delete = connection.prepareStatement(forget)) {
            delete.setObject(1, whole);
            delete.executeUpdate();
        }
        try (var insert = connection.prepareStatement(put)) {
            insert.setObject(1, whole);
            insert.setString(2, state);
            insert.executeUpdate();
        }
    }
}
