package vn.lantoa.recognition;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lantoa.events.Act;
import vn.lantoa.events.Contract;
import vn.lantoa.events.DomainEvent;
import vn.lantoa.events.units.LineageLink;
import vn.lantoa.events.units.PersonRegistered;
import vn.lantoa.events.units.PersonState;
import vn.lantoa.events.units.PlacementState;
import vn.lantoa.events.units.ReorganisationDrafted;
import vn.lantoa.events.units.ReorganisationState;
import vn.lantoa.events.units.UnitChange;
import vn.lantoa.events.units.UnitRegistered;
import vn.lantoa.events.units.UnitState;
import vn.lantoa.events.units.UnitVersionState;
import vn.lantoa.outbox.EventHandler;
import vn.lantoa.outbox.ReceivedEvent;
import vn.lantoa.rest.Ids;

/** Fills the replicas as if units-service had spoken. */
@ApplicationScoped
public class TestUnits {
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

    /** A unit at the top of its own tree. */
    public UUID root(String name) {
        return unit(name, null);
    }

    /** A unit below another on the line ADMINISTRATIVE, since ever. */
    public UUID unit(String name, UUID parent) {
        var id = Ids.next();
        hear(unitEvent(id, name, parent, null, null, List.of(), List.of()), 1);
        return id;
    }

    /** A unit of a kind below another on a line, in a period. */
    public UUID unit(String name, String kind, String line, UUID parent, LocalDate from, LocalDate to) {
        var id = Ids.next();
        hear(
                new UnitRegistered(
                        id,
                        new UnitChange("register", from, null, null),
                        new UnitState(
                                id,
                                from,
                                to,
                                List.of(new UnitVersionState(name, null, kind, "STATE", from, to)),
                                List.of(new PlacementState(line, parent, from, to)),
                                List.of(),
                                List.of(),
                                List.of())),
                1);
        return id;
    }

    /** A unit comes to its end. */
    public void ends(UUID id, String name, String kind, UUID parent, LocalDate ended) {
        hear(
                new UnitRegistered(
                        id,
                        new UnitChange("end", ended, null, null),
                        new UnitState(
                                id,
                                null,
                                ended,
                                List.of(new UnitVersionState(name, null, kind, "STATE", null, ended)),
                                List.of(new PlacementState("ADMINISTRATIVE", parent, null, ended)),
                                List.of(),
                                List.of(),
                                List.of())),
                2);
    }

    /** A unit that existed until before a day. */
    public UUID endedUnit(String name, UUID parent, LocalDate ended) {
        var id = Ids.next();
        hear(unitEvent(id, name, parent, null, ended, List.of(), List.of()), 1);
        return id;
    }

    /** From that day on the successor stands for the unit that ended. */
    public UUID successorOf(UUID ended, String name, UUID parent, LocalDate on) {
        var id = Ids.next();
        var link = new LineageLink(ended, "MERGE", "WHOLE", on, Ids.next());
        hear(unitEvent(id, name, parent, on, null, List.of(link), List.of()), 1);
        return id;
    }

    public UUID person(String displayName) {
        var id = Ids.next();
        hear(
                new PersonRegistered(
                        id, new Act("register", Instant.now(), null, null), new PersonState(id, displayName, null)),
                1);
        return id;
    }

    public UUID reorganisation(LocalDate effectiveOn, UUID... ending) {
        var id = Ids.next();
        hear(reorganisationEvent(id, "DRAFT", effectiveOn, ending), 1);
        return id;
    }

    public static ReorganisationDrafted reorganisationEvent(
            UUID id, String status, LocalDate effectiveOn, UUID... ending) {
        return new ReorganisationDrafted(
                id,
                new Act("draft", Instant.now(), null, null),
                new ReorganisationState(
                        id, "1657/NQ-UBTVQH15", "UBTVQH", effectiveOn, status, List.of(ending), List.of()));
    }

    public static UnitRegistered unitEvent(
            UUID id,
            String name,
            UUID parent,
            LocalDate from,
            LocalDate to,
            List<LineageLink> predecessors,
            List<LineageLink> successors) {
        return new UnitRegistered(
                id,
                new UnitChange("register", from, null, null),
                new UnitState(
                        id,
                        from,
                        to,
                        List.of(new UnitVersionState(name, null, "COMMUNE", "STATE", from, to)),
                        List.of(new PlacementState("ADMINISTRATIVE", parent, from, to)),
                        List.of(),
                        predecessors,
                        successors));
    }

    /** Hands an event to every handler of its topic, as the consumers do. */
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
