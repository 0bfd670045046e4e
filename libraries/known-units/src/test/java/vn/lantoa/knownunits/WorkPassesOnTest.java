package vn.lantoa.knownunits;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.knownunits.UnitFixture.unit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.units.ReorganisationState;

/** What an ended unit left open is written down once, with its heir, in whatever order the news come. */
class WorkPassesOnTest {
    private static final LocalDate DAY = LocalDate.of(2025, 7, 1);
    private static final String TOOK_EFFECT = "vn.lantoa.units.reorganisation.took-effect.v1";

    private record Written(String entity, UUID id, WorkPassesOn.PassedOn passed) {}

    private final List<Written> trace = new ArrayList<>();
    private Connection connection;
    private UnitEvents units;
    private ReorganisationEvents reorganisations;

    /** Of a service that holds nothing open. */
    static WorkPassesOn nowhere(DataSource database) {
        return new WorkPassesOn(database, List.of(), (entity, id, passed) -> {});
    }

    @BeforeEach
    void openTransaction() throws SQLException {
        connection = ReplicaDatabase.emptied();
        var database = ReplicaDatabase.within(connection);
        OpenWork oneEach = asked -> asked.stream()
                .map(unit -> new OpenWork.Open(unit, Map.of("openDossiers", 1L)))
                .toList();
        var passingOn = new WorkPassesOn(
                database, List.of(oneEach), (entity, id, passed) -> trace.add(new Written(entity, id, passed)));
        units = new UnitEvents(database, () -> true, passingOn);
        reorganisations = new ReorganisationEvents(database, () -> true, passingOn, UnitFixture.JSON);
    }

    @AfterEach
    void rollBack() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void theDayWaitsForTheUnitsAndTheirSuccessors() {
        var ended = unit().exists(null, DAY);
        var heir = unit().exists(DAY, null).from(ended.id, "WHOLE", DAY);
        var id = UUID.randomUUID();

        took(id, ended.id);
        assertThat(trace).isEmpty();
        tell(ended.into(heir.id, "WHOLE", DAY));
        assertThat(trace).isEmpty();
        tell(heir);

        assertThat(trace).hasSize(1);
        assertThat(trace.getFirst().entity()).isEqualTo("reorganisation");
        assertThat(trace.getFirst().id()).isEqualTo(id);
        assertThat(trace.getFirst().passed())
                .isEqualTo(new WorkPassesOn.PassedOn(
                        "1657/NQ-UBTVQH15",
                        DAY,
                        List.of(Map.of("unit", ended.id, "heir", heir.id, "openDossiers", 1L))));
    }

    @Test
    void unitsThatAreKnownAlreadyAreWrittenDownAtOnceAndOnlyOnce() {
        var ended = unit().exists(null, DAY);
        var one = unit().exists(DAY, null).from(ended.id, "PART", DAY);
        var other = unit().exists(DAY, null).from(ended.id, "PART", DAY);
        tell(ended, one, other);

        took(UUID.randomUUID(), ended.id);
        tell(one);

        assertThat(trace)
                .extracting(written -> written.passed().units())
                .containsExactly(List.of(Map.of("unit", ended.id, "openDossiers", 1L)));
    }

    @Test
    void aUnitThatEndedByItselfIsWrittenDown() {
        var lapsed = unit().exists(null, DAY);
        units.apply(lapsed.event("lapsed", 2));
        units.batchApplied();
        tell(unit());

        assertThat(trace).hasSize(1);
        assertThat(trace.getFirst().entity()).isEqualTo("unit");
        assertThat(trace.getFirst().id()).isEqualTo(lapsed.id);
        assertThat(trace.getFirst().passed().effectiveOn()).isEqualTo(DAY);
    }

    @Test
    void aStateWithFieldsOfALaterVersionIsUnderstood() {
        var state = UnitFixture.JSON.valueToTree(state(UUID.randomUUID(), List.of()));
        ((com.fasterxml.jackson.databind.node.ObjectNode) state).put("ofAnotherYear", true);
        reorganisations.apply(UnitFixture.event(TOOK_EFFECT, UUID.randomUUID(), 1, state, false));
        reorganisations.batchApplied();

        assertThat(trace).isEmpty();
    }

    private void took(UUID id, UUID ended) {
        reorganisations.apply(UnitFixture.event(TOOK_EFFECT, id, 3, state(id, List.of(ended)), false));
        reorganisations.batchApplied();
    }

    private static ReorganisationState state(UUID id, List<UUID> ending) {
        return new ReorganisationState(id, "1657/NQ-UBTVQH15", "UBTVQH", DAY, "ENACTED", ending, List.of());
    }

    private void tell(UnitFixture... told) {
        for (var unit : told) {
            units.apply(unit.event(1));
        }
        units.batchApplied();
    }
}
