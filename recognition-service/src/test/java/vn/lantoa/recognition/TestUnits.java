package vn.lantoa.recognition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lantoa.events.Contract;
import vn.lantoa.events.DomainEvent;
import vn.lantoa.outbox.EventHandler;
import vn.lantoa.outbox.ReceivedEvent;
import vn.lantoa.rest.Ids;
import vn.lantoa.testsupport.ToldUnits;

/** Fills the replicas as if units-service had spoken. */
@Singleton
public class TestUnits extends ToldUnits {
    private final Instance<EventHandler> handlers;
    private final ObjectMapper mapper;

    private final DataSource database;

    TestUnits(@Any Instance<EventHandler> handlers, ObjectMapper mapper, DataSource database) {
        this.handlers = handlers;
        this.database = database;
        this.mapper = mapper;
    }

    public DataSource database() {
        return database;
    }

    /** A person was awarded long ago: the dossier behind it is of no interest to the test. */
    public void holds(UUID person, UUID unit, String awardType, int year) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        WITH given AS (SELECT ?::uuid AS person, ?::uuid AS unit, ?::text AS type, ?::int AS year,
                                uuidv7() AS nomination, uuidv7() AS decision),
                        n AS (INSERT INTO nomination (id, award_type, person, unit, proposing_unit, subject_name, unit_name,
                                year, statements, proposed_on, status, verdict, judgement, created_by, created_at,
                                updated_at, version)
                            SELECT nomination, type, person, unit, unit, 'Tên', 'Đơn vị', year, '{}', '2022-01-01',
                                'DECIDED', 'MET', 0, person, now(), now(), 0 FROM given),
                        d AS (INSERT INTO decision (id, issuer, issuer_name, award_type, status, sample, created_by,
                                created_at, updated_at, version)
                            SELECT decision, unit, 'Đơn vị', type, 'DRAFT', false, person, now(), now(), 0 FROM given)
                        INSERT INTO award (id, award_type, person, unit, recipient_name, unit_name, year, decision,
                            nomination, issuer, issuer_name, number, decided_on, legal_ref, status, published, sample,
                            created_at)
                        SELECT uuidv7(), type, person, unit, 'Tên', 'Đơn vị', year, decision, nomination, unit, 'Đơn vị',
                            '1', make_date(year, 12, 31), 'Luật', 'GRANTED', true, false, now() FROM given""")) {
            statement.setObject(1, person);
            statement.setObject(2, unit);
            statement.setString(3, awardType);
            statement.setInt(4, year);
            statement.executeUpdate();
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** When the rights known here were last confirmed by their owner. */
    public void rightsConfirmed(String when) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("UPDATE access_freshness SET confirmed_at = " + when);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As if the consumer of rights could not have applied it. @return the id of the dead letter */
    public long parked(DomainEvent event) {
        var contract = event.getClass().getAnnotation(Contract.class);
        var headers = Map.of(
                "ce_id", Ids.next(),
                "ce_type", contract.type(),
                "ce_source", "/lantoa/units",
                "ce_subject", event.subject(),
                "ce_aggregateversion", "1",
                "ce_time", Instant.now());
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        INSERT INTO dead_letter (handler, topic, partition, kafka_offset, headers, value, reason, stack)
                        SELECT 'access', ?, 0, count(*), ?, ?, 'IllegalStateException', '' FROM dead_letter
                        RETURNING id""")) {
            statement.setString(1, contract.topic().topicName());
            statement.setString(2, mapper.writeValueAsString(headers));
            statement.setBytes(
                    3,
                    mapper.writeValueAsBytes(Map.of(
                            "change", mapper.valueToTree(event.change()), "state", mapper.valueToTree(event.state()))));
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (java.sql.SQLException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Hands an event to every handler of its topic, as the consumers do. */
    @Override
    public void hear(DomainEvent event, long version) {
        var contract = event.getClass().getAnnotation(Contract.class);
        var received = new ReceivedEvent(
                Ids.next(),
                contract.type(),
                "/lantoa/units",
                event.subject(),
                version,
                Instant.now(),
                false,
                contract.topic().topicName(),
                mapper.valueToTree(event.change()),
                mapper.valueToTree(event.state()));
        QuarkusTransaction.requiringNew()
                .run(() -> handlers.stream()
                        .filter(handler -> handler.topics().contains(contract.topic()))
                        .forEach(handler -> {
                            handler.apply(received);
                            handler.batchApplied();
                        }));
    }
}
