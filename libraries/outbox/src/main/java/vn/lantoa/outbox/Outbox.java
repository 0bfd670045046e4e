package vn.lantoa.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Contract;
import vn.lantoa.events.DomainEvent;
import vn.lantoa.problems.Conflict;
import vn.lantoa.problems.Invalid;

/** The only way to announce something: a row in the transaction of the change. The relay does the rest. */
@ApplicationScoped
public class Outbox {
    /** What one event may weigh as JSON. */
    public static final int MAX_BYTES = 256 * 1024;

    private static final String PUBLISH = row("version = v.version + 1");
    private static final String ANNOUNCE = row("version = v.version");
    private static final String HOLD = "SELECT version FROM event_version WHERE subject = ? FOR UPDATE";

    private static final String PUBLISH_APART = """
            WITH given AS (
                SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                    WITH ORDINALITY AS g (subject, scope_unit, aggregate, type, topic, payload, content_type, place)),
            counted AS (
                INSERT INTO event_version AS v (subject, aggregate, version) SELECT subject, aggregate, 1 FROM given
                ON CONFLICT ON CONSTRAINT event_version_pk DO UPDATE SET version = v.version + 1
                WHERE v.aggregate = excluded.aggregate
                RETURNING subject, version)
            INSERT INTO outbox (type, topic, subject, aggregate_version, payload, content_type, scope_unit,
                                announcement, traceparent, causation_id, occurred_at)
            SELECT g.type, g.topic, g.subject, c.version, g.payload, g.content_type, g.scope_unit, false, ?, ?::uuid, ?
            FROM given g JOIN counted c USING (subject) ORDER BY g.place
            """;

    private final DataSource dataSource;
    private final TransactionSynchronizationRegistry transactions;
    private final RestrictedValues restricted;
    private final EventOrigin origin;
    private final RelaySignal relay;
    private final Clock clock;

    Outbox(
            DataSource dataSource,
            TransactionSynchronizationRegistry transactions,
            RestrictedValues restricted,
            EventOrigin origin,
            RelaySignal relay,
            Clock clock) {
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.restricted = restricted;
        this.origin = origin;
        this.relay = relay;
        this.clock = clock;
    }

    /**
     * Demands a transaction. Takes the aggregate's next event version (so that order per aggregate is the order of
     * commit).
     *
     * @throws Invalid 422 {@code event-too-large} above {@link #MAX_BYTES}
     * @throws Conflict 409 {@code subject-of-another-kind} when the id already belongs to another kind of aggregate
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void publish(DomainEvent event) {
        insert(PUBLISH, List.of(event), false);
    }

    /** Like {@link #publish} for each, in this order and in one round trip. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void publishAll(List<? extends DomainEvent> events) {
        if (!events.isEmpty()) {
            insert(PUBLISH, events, false);
        }
    }

    /**
     * Like {@link #publishAll}, in one statement, for many events that each concern another aggregate.
     *
     * @throws Conflict 409 {@code subject-of-another-kind} when one of the ids already belongs to another kind of aggregate
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void publishApart(List<? extends DomainEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        demandTransaction();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(PUBLISH_APART)) {
            bindAll(connection, statement, events);
            if (statement.executeUpdate() != events.size()) {
                throw new Conflict("subject-of-another-kind", events.getFirst().subject());
            }
        } catch (SQLException e) {
            throw new OutboxFailure(e);
        }
        wakeRelayAfterCommit();
    }

    private void bindAll(Connection connection, PreparedStatement statement, List<? extends DomainEvent> events)
            throws SQLException {
        int count = events.size();
        var subjects = new UUID[count];
        var scopes = new UUID[count];
        var texts = new String[5][count];
        for (int i = 0; i < count; i++) {
            DomainEvent event = events.get(i);
            Contract contract = contract(event);
            boolean secret = contract.topic().restricted();
            subjects[i] = event.subject();
            scopes[i] = event.scopeUnit();
            texts[0][i] = EventTypes.aggregateOf(contract.type());
            texts[1][i] = contract.type();
            texts[2][i] = contract.topic().topicName();
            texts[3][i] = payload(event, secret);
            texts[4][i] = secret ? EventTypes.JOSE : EventTypes.JSON;
        }
        statement.setArray(1, connection.createArrayOf("uuid", subjects));
        statement.setArray(2, connection.createArrayOf("uuid", scopes));
        for (int i = 0; i < texts.length; i++) {
            statement.setArray(3 + i, connection.createArrayOf("text", texts[i]));
        }
        statement.setString(8, origin.traceparent());
        setUuid(statement, 9, origin.causation());
        statement.setObject(10, clock.instant().atOffset(ZoneOffset.UTC));
    }

    private String payload(DomainEvent event, boolean secret) {
        byte[] json = EventJson.write(event);
        if (json.length > MAX_BYTES) {
            throw new Invalid("event-too-large");
        }
        return secret ? restricted.encrypt(json) : new String(json, StandardCharsets.UTF_8);
    }

    /**
     * Says again what an aggregate is, without a step of its version; consumers take it when it is not older. Call
     * {@link #hold} first and read the state after it, so that no change slips in between.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void announce(DomainEvent event) {
        insert(ANNOUNCE, List.of(event), true);
    }

    /** Keeps everybody else from publishing about the aggregate until the end of this transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void hold(UUID subject) {
        demandTransaction();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(HOLD)) {
            statement.setObject(1, subject);
            statement.executeQuery().close();
        } catch (SQLException e) {
            throw new OutboxFailure(e);
        }
    }

    private void insert(String sql, List<? extends DomainEvent> events, boolean announcement) {
        demandTransaction();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (DomainEvent event : events) {
                bind(statement, event, announcement);
                statement.addBatch();
            }
            int[] counts = statement.executeBatch();
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] != 1 && counts[i] != Statement.SUCCESS_NO_INFO) {
                    throw new Conflict("subject-of-another-kind", events.get(i).subject());
                }
            }
        } catch (SQLException e) {
            throw new OutboxFailure(e);
        }
        wakeRelayAfterCommit();
    }

    private void bind(PreparedStatement statement, DomainEvent event, boolean announcement) throws SQLException {
        Contract contract = contract(event);
        boolean secret = contract.topic().restricted();
        statement.setObject(1, event.subject());
        statement.setString(2, EventTypes.aggregateOf(contract.type()));
        statement.setString(3, contract.type());
        statement.setString(4, contract.topic().topicName());
        statement.setObject(5, event.subject());
        statement.setString(6, payload(event, secret));
        statement.setString(7, secret ? EventTypes.JOSE : EventTypes.JSON);
        setUuid(statement, 8, event.scopeUnit());
        statement.setBoolean(9, announcement);
        statement.setString(10, origin.traceparent());
        setUuid(statement, 11, origin.causation());
        statement.setObject(12, clock.instant().atOffset(ZoneOffset.UTC));
    }

    private void demandTransaction() {
        if (transactions.getTransactionKey() == null) {
            throw new IllegalStateException("Events are published in the transaction of their change");
        }
    }

    private void wakeRelayAfterCommit() {
        if (transactions.getResource(Outbox.class) != null) {
            return;
        }
        transactions.putResource(Outbox.class, Boolean.TRUE);
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    relay.wake();
                }
            }
        });
    }

    private static Contract contract(DomainEvent event) {
        Contract contract = event.getClass().getAnnotation(Contract.class);
        if (contract == null) {
            throw new IllegalArgumentException(event.getClass().getName() + " carries no @Contract");
        }
        return contract;
    }

    private static void setUuid(PreparedStatement statement, int index, @Nullable UUID id) throws SQLException {
        if (id == null) {
            statement.setNull(index, Types.OTHER);
        } else {
            statement.setObject(index, id);
        }
    }

    private static String row(String step) {
        return """
               WITH counted AS (
                   INSERT INTO event_version AS v (subject, aggregate, version) VALUES (?, ?, 1)
                   ON CONFLICT ON CONSTRAINT event_version_pk DO UPDATE SET %s
                   WHERE v.aggregate = excluded.aggregate
                   RETURNING version)
               INSERT INTO outbox (type, topic, subject, aggregate_version, payload, content_type, scope_unit,
                                   announcement, traceparent, causation_id, occurred_at)
               SELECT ?, ?, ?::uuid, counted.version, ?, ?, ?::uuid, ?, ?, ?::uuid, ? FROM counted
               """.formatted(step);
    }
}
