package vn.lantoa.knownunits;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.knownunits.UnitFixture.unit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.access.Reach;
import vn.lantoa.events.units.LineState;

/** A unit of a confidential line is reached along that line, whatever else it stands below. */
class ConfidentialLinesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final LocalDate MERGER = LocalDate.of(2025, 7, 1);
    private static final String ADMINISTRATIVE = "ADMINISTRATIVE";

    private Connection connection;
    private UnitEvents events;
    private ReplicatedUnitTree tree;

    @BeforeEach
    void openTransaction() throws SQLException {
        connection = ReplicaDatabase.emptied();
        var database = ReplicaDatabase.within(connection);
        events = UnitFixture.replica(database);
        tree = new ReplicatedUnitTree(database);
    }

    @AfterEach
    void rollBack() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void aPartyCellIsReachedAlongThePartysLineOnly() {
        var department = unit().placed(ADMINISTRATIVE, null);
        var committee = unit().placed("PARTY", null);
        var cell = unit().placed("PARTY", committee.id).placed(ADMINISTRATIVE, department.id);
        var office = unit().placed(ADMINISTRATIVE, department.id);
        tell(cell, office, committee, department);

        reached(cell, department, null, false);
        reached(cell, department, ADMINISTRATIVE, false);
        reached(cell, committee, null, true);
        reached(cell, committee, "PARTY", true);
        reached(cell, committee, ADMINISTRATIVE, false);
        reached(office, department, null, true);
        assertThat(tree.isWithin(cell.id, cell.id, null, DAY)).isTrue();
    }

    @Test
    void whatACellLeftBehindIsNotItsOfficesEither() {
        var department = unit().placed(ADMINISTRATIVE, null);
        var committee = unit().placed("PARTY", null);
        var ended = unit().exists(null, MERGER).placed("PARTY", committee.id);
        var heir = unit().exists(MERGER, null)
                .placed("PARTY", committee.id)
                .placed(ADMINISTRATIVE, department.id)
                .from(ended.id, "WHOLE", MERGER);
        tell(ended, heir, committee, department);

        reached(ended, committee, null, true);
        reached(ended, department, null, false);
    }

    @Test
    void aLineThatIsToldConfidentialHidesWhatStandsThereAndWhatComes() {
        var department = unit().placed(ADMINISTRATIVE, null);
        var before = unit().placed("VETERANS", null).placed(ADMINISTRATIVE, department.id);
        var after = unit().placed("VETERANS", null).placed(ADMINISTRATIVE, department.id);
        tell(before, department);
        reached(before, department, null, true);

        line("VETERANS", true, 2);
        tell(after);
        reached(before, department, null, false);
        reached(after, department, null, false);

        line("VETERANS", false, 1);
        reached(before, department, null, false);
        line("VETERANS", false, 3);
        reached(before, department, null, true);
        reached(after, department, null, true);
    }

    private void line(String code, boolean confidential, long version) {
        var id = UUID.nameUUIDFromBytes(code.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        events.apply(UnitFixture.event(
                "vn.lantoa.units.line.defined.v1",
                id,
                version,
                new LineState(id, code, code, code, confidential),
                false));
        events.batchApplied();
    }

    private void reached(UnitFixture unit, UnitFixture root, @Nullable String line, boolean reached) {
        assertThat(tree.isWithin(unit.id, root.id, line, DAY)).isEqualTo(reached);
        assertThat(tree.everWithin(Set.of(unit.id), List.of(new Reach.Root(root.id, line)), DAY))
                .isEqualTo(reached ? Set.of(unit.id) : Set.of());
    }

    private void tell(UnitFixture... told) {
        for (UnitFixture unit : told) {
            events.apply(unit.event(1));
        }
        events.batchApplied();
    }
}
