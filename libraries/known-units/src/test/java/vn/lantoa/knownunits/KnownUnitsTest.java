package vn.lantoa.knownunits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lantoa.knownunits.UnitFixture.unit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.access.Reach;
import vn.lantoa.events.Topic;
import vn.lantoa.events.units.PersonState;
import vn.lantoa.problems.Unavailable;
import vn.lantoa.sql.Query;
import vn.lantoa.testsupport.DatabaseRules;

class KnownUnitsTest {
    private static final LocalDate MERGER = LocalDate.of(2025, 7, 1);
    private static final LocalDate BEFORE = MERGER.minusDays(1);
    private static final String ADMINISTRATIVE = "ADMINISTRATIVE";

    private Connection connection;
    private DataSource dataSource;
    private UnitEvents events;
    private PersonEvents personEvents;
    private ReplicatedUnits units;
    private ReplicatedPersons persons;

    @BeforeEach
    void openTransaction() throws SQLException {
        connection = ReplicaDatabase.emptied();
        dataSource = ReplicaDatabase.within(connection);
        events = UnitFixture.replica(dataSource);
        personEvents = new PersonEvents(dataSource, () -> true, event -> {});
        units = new ReplicatedUnits(dataSource);
        persons = new ReplicatedPersons(dataSource);
    }

    @AfterEach
    void rollBack() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void aCodeNamesItsBearerOfTheDay() {
        var hopGiang = unit().exists(null, MERGER)
                .named("Phường Hợp Giang", null, MERGER)
                .coded("01273", null, MERGER);
        var thucPhan = unit().exists(MERGER, null)
                .named("Phường Thục Phán", MERGER, null)
                .coded("01273", MERGER, null);
        tell(hopGiang, thucPhan);
        assertThat(units.bearing("ADMINISTRATIVE_CODE", "01273", BEFORE))
                .hasValueSatisfying(u -> assertThat(u.name()).isEqualTo("Phường Hợp Giang"));
        assertThat(units.bearing("ADMINISTRATIVE_CODE", "01273", MERGER))
                .hasValueSatisfying(u -> assertThat(u.id()).isEqualTo(thucPhan.id));
        assertThat(units.bearing("ADMINISTRATIVE_CODE", "99999", MERGER)).isEmpty();
    }

    @Test
    void aMergedUnitIsFoundThroughItsSuccessorAndBack() {
        var quangTrong = unit().exists(null, MERGER);
        var minhKhai = unit().exists(MERGER, null).from(quangTrong.id, "WHOLE", MERGER);
        tell(quangTrong.into(minhKhai.id, "WHOLE", MERGER), minhKhai);
        assertThat(units.successorsOn(quangTrong.id, MERGER))
                .extracting(KnownUnits.KnownUnit::id)
                .containsExactly(minhKhai.id);
        assertThat(units.successorsOn(quangTrong.id, BEFORE))
                .extracting(KnownUnits.KnownUnit::id)
                .containsExactly(quangTrong.id);
        assertThat(units.withPredecessors(minhKhai.id)).containsExactly(minhKhai.id, quangTrong.id);
    }

    @Test
    void aUnitThatCededAPartAndGoesOnKeepsItsHistory() {
        var ceding = unit().exists(null, null);
        var gaining = unit().exists(MERGER, null).from(ceding.id, "PART", MERGER);
        tell(ceding.into(gaining.id, "PART", MERGER), gaining);
        assertThat(units.withPredecessors(gaining.id)).containsExactly(gaining.id);
        assertThat(units.successorsOn(ceding.id, MERGER))
                .extracting(KnownUnits.KnownUnit::id)
                .containsExactly(ceding.id);
    }

    @Test
    void aUnitWhoseBeginningWasAnnulledNeverWas() {
        var root = unit().placed(ADMINISTRATIVE, null);
        var source = unit().exists(null, null).placed(ADMINISTRATIVE, root.id);
        var id = UUID.randomUUID();
        tell(
                root,
                new UnitFixture(source.id)
                        .exists(null, MERGER)
                        .placed(ADMINISTRATIVE, root.id, null, MERGER)
                        .into(id, "WHOLE", MERGER),
                new UnitFixture(id)
                        .exists(MERGER, null)
                        .placed(ADMINISTRATIVE, root.id, MERGER, null)
                        .coded("01273", MERGER, null)
                        .from(source.id, "WHOLE", MERGER));
        events.apply(new UnitFixture(id)
                .exists(MERGER, MERGER)
                .named("Xã không thành lập", MERGER, MERGER)
                .placed(ADMINISTRATIVE, root.id, MERGER, MERGER)
                .coded("01273", MERGER, MERGER)
                .event(2));
        events.apply(source.event(2));
        events.batchApplied();
        assertThat(units.require(id, MERGER).existing()).isFalse();
        assertThat(units.isWithin(id, root.id, ADMINISTRATIVE, MERGER)).isFalse();
        assertThat(units.bearing("ADMINISTRATIVE_CODE", "01273", MERGER)).isEmpty();
        assertThat(units.successorsOn(source.id, MERGER))
                .extracting(KnownUnits.KnownUnit::id)
                .containsExactly(source.id);
        assertThat(units.isWithin(source.id, root.id, ADMINISTRATIVE, MERGER)).isTrue();
    }

    @Test
    void lineageInACircleEnds() {
        var one = unit().exists(null, MERGER);
        var other = unit().exists(null, MERGER).into(one.id, "WHOLE", MERGER);
        tell(one.into(other.id, "WHOLE", MERGER), other);
        assertThat(units.successorsOn(one.id, MERGER)).isEmpty();
        assertThat(units.withPredecessors(one.id)).containsExactlyInAnyOrder(one.id, other.id);
    }

    @Test
    void aUnitIsShownAsItWasAsItLastWasOrAsItFirstWas() {
        var renamed = LocalDate.of(2022, 1, 1);
        var begun = LocalDate.of(2020, 1, 1);
        var unit = unit().exists(begun, MERGER).named("Cũ", begun, renamed).named("Mới", renamed, MERGER);
        tell(unit);
        assertThat(units.require(unit.id, renamed.minusDays(1)))
                .extracting("name", "existing")
                .containsExactly("Cũ", true);
        assertThat(units.require(unit.id, MERGER))
                .extracting("name", "existing")
                .containsExactly("Mới", false);
        assertThat(units.require(unit.id, begun.minusDays(1)))
                .extracting("name", "existing")
                .containsExactly("Cũ", false);
    }

    @Test
    void whatHasNotComeYetIsNotYetKnown() {
        assertThatThrownBy(() -> units.require(UUID.randomUUID(), MERGER))
                .isInstanceOfSatisfying(
                        Unavailable.class, e -> assertThat(e.code()).isEqualTo("not-yet-known"));
        assertThatThrownBy(() -> persons.require(UUID.randomUUID())).isInstanceOf(Unavailable.class);
    }

    @Test
    void theTreeIsAskedByLineAndDay() {
        var root = unit().placed(ADMINISTRATIVE, null).placed("PARTY", null);
        var child = unit().exists(null, MERGER).placed(ADMINISTRATIVE, root.id);
        tell(child, root);
        var tree = new ReplicatedUnitTree(dataSource);
        assertThat(tree.isWithin(child.id, root.id, ADMINISTRATIVE, BEFORE)).isTrue();
        assertThat(tree.isWithin(child.id, root.id, null, BEFORE)).isTrue();
        assertThat(tree.isWithin(child.id, child.id, null, BEFORE)).isTrue();
        assertThat(tree.isWithin(child.id, root.id, "PARTY", BEFORE)).isFalse();
        assertThat(tree.isWithin(child.id, root.id, null, MERGER)).isFalse();
        assertThat(tree.isWithin(root.id, child.id, null, BEFORE)).isFalse();
    }

    @Test
    void aUnitIsStillSomebodysWhereItStoodLastAndAlreadyWhereItWillStandFirst() throws SQLException {
        var root = unit().placed(ADMINISTRATIVE, null).placed("PARTY", null);
        var district = unit().exists(null, MERGER).placed(ADMINISTRATIVE, root.id);
        var ended = unit().exists(null, MERGER).placed(ADMINISTRATIVE, district.id);
        var coming = unit().exists(MERGER, null).placed(ADMINISTRATIVE, root.id);
        var elsewhere = unit().exists(null, MERGER).placed("PARTY", root.id);
        tell(root, district, ended, coming, elsewhere);
        var tree = new ReplicatedUnitTree(dataSource);
        var asked = Set.of(ended.id, coming.id, elsewhere.id, UUID.randomUUID());
        var years = MERGER.plusYears(3);
        assertThat(tree.everWithin(asked, List.of(new Reach.Root(root.id, ADMINISTRATIVE)), years))
                .containsExactlyInAnyOrder(ended.id, coming.id);
        assertThat(tree.everWithin(asked, List.of(new Reach.Root(root.id, null)), BEFORE))
                .containsExactlyInAnyOrder(ended.id, coming.id, elsewhere.id);
        assertThat(tree.everWithin(asked, List.of(new Reach.Root(district.id, null)), years))
                .containsExactly(ended.id);
        assertThat(tree.everWithin(asked, List.of(new Reach.Root(elsewhere.id, "PARTY")), years))
                .containsExactly(elsewhere.id);
        assertThat(tree.everWithin(asked, List.of(), years)).isEmpty();

        assertThat(all(tree.everWithin(List.of(new Reach.Root(root.id, ADMINISTRATIVE)), years)))
                .containsExactlyInAnyOrder(root.id, district.id, ended.id, coming.id);
        assertThat(all(tree.everWithin(List.of(new Reach.Root(root.id, null)), BEFORE)))
                .containsExactlyInAnyOrder(root.id, district.id, ended.id, coming.id, elsewhere.id);
        assertThat(all(tree.everWithin(List.of(new Reach.Root(district.id, null)), years)))
                .containsExactlyInAnyOrder(district.id, ended.id);
        assertThat(all(tree.everWithin(List.of(), years))).isEmpty();
    }

    @Test
    void theWorkOfAnEndedUnitIsItsHeirsOverAllGenerations() throws SQLException {
        var again = MERGER.plusYears(2);
        var root = unit().placed(ADMINISTRATIVE, null);
        var first = unit().exists(null, MERGER).placed(ADMINISTRATIVE, root.id);
        var second =
                unit().exists(MERGER, again).placed(ADMINISTRATIVE, root.id).from(first.id, "WHOLE", MERGER);
        var third = unit().exists(again, null).placed(ADMINISTRATIVE, root.id).from(second.id, "WHOLE", again);
        tell(third, root);
        tell(second);
        tell(first);
        var tree = new ReplicatedUnitTree(dataSource);
        assertThat(tree.isWithin(first.id, second.id, null, BEFORE)).isFalse();
        assertThat(tree.isWithin(first.id, second.id, null, MERGER)).isTrue();
        assertThat(tree.isWithin(first.id, third.id, null, MERGER)).isFalse();
        assertThat(tree.isWithin(first.id, third.id, ADMINISTRATIVE, again)).isTrue();
        assertThat(tree.isWithin(first.id, third.id, "PARTY", again)).isFalse();
        assertThat(tree.isWithin(first.id, second.id, null, again)).isFalse();
        assertThat(tree.isWithin(first.id, root.id, null, again)).isTrue();
        assertThat(tree.everWithin(Set.of(first.id, second.id), List.of(new Reach.Root(third.id, null)), again))
                .containsExactlyInAnyOrder(first.id, second.id);
        assertThat(tree.everWithin(Set.of(first.id), List.of(new Reach.Root(third.id, null)), MERGER))
                .isEmpty();
        assertThat(all(tree.everWithin(List.of(new Reach.Root(third.id, null)), again)))
                .containsExactlyInAnyOrder(first.id, second.id, third.id);
        assertThat(all(tree.everWithin(List.of(new Reach.Root(third.id, null)), MERGER)))
                .containsExactly(third.id);
    }

    @Test
    void workThatWasSharedOutOrGoesOnHasNoHeir() throws SQLException {
        var shared = unit().exists(null, MERGER);
        var one = unit().exists(MERGER, null).placed(ADMINISTRATIVE, null).from(shared.id, "PART", MERGER);
        var other = unit().exists(MERGER, null).from(shared.id, "PART", MERGER);
        var ceding = unit().exists(null, null);
        var gaining = unit().exists(MERGER, null).placed("PARTY", null).from(ceding.id, "PART", MERGER);
        tell(shared, one, other, ceding, gaining);
        var tree = new ReplicatedUnitTree(dataSource);
        assertThat(tree.isWithin(shared.id, one.id, null, MERGER)).isFalse();
        assertThat(tree.isWithin(ceding.id, gaining.id, null, MERGER)).isFalse();
    }

    @Test
    void ofSeveralSuccessorsTheOneNamedAsHeirGoesOnWithTheWork() throws SQLException {
        var shared = unit().exists(null, MERGER);
        var heir = unit().exists(MERGER, null).placed(ADMINISTRATIVE, null).heirOf(shared.id, MERGER);
        var other = unit().exists(MERGER, null).placed("PARTY", null).from(shared.id, "PART", MERGER);
        tell(other, shared);
        tell(heir);
        var tree = new ReplicatedUnitTree(dataSource);
        assertThat(tree.isWithin(shared.id, heir.id, null, MERGER)).isTrue();
        assertThat(tree.isWithin(shared.id, other.id, null, MERGER)).isFalse();
        assertThat(tree.isWithin(shared.id, heir.id, null, BEFORE)).isFalse();
        assertThat(units.heirOn(shared.id, MERGER)).contains(heir.id);
        assertThat(units.heirOn(shared.id, BEFORE)).isEmpty();
        assertThat(units.heirOn(heir.id, MERGER)).isEmpty();
        assertThat(units.successorsOn(shared.id, MERGER))
                .extracting(KnownUnits.KnownUnit::id)
                .containsExactlyInAnyOrder(heir.id, other.id);
    }

    @Test
    void aRenamingDoesNotTouchTheClosure() throws SQLException {
        var root = unit().placed(ADMINISTRATIVE, null);
        tell(root, unit().placed(ADMINISTRATIVE, root.id));
        List<String> before = closureRows();
        events.apply(root.named("Tên mới", null, null).event(2));
        events.batchApplied();
        assertThat(units.require(root.id, MERGER).name()).isEqualTo("Tên mới");
        assertThat(closureRows()).isEqualTo(before);
    }

    @Test
    void whatIsAddedStandsWhereItWouldStandAfterARecomputation() throws SQLException {
        var root = unit().placed(ADMINISTRATIVE, null);
        var fresh = unit().placed(ADMINISTRATIVE, root.id);
        tell(root);
        tell(fresh);
        try (var statement = connection.createStatement()) {
            statement.execute("DELETE FROM known_unit_closure WHERE descendant = '" + fresh.id + "'");
        }
        new Closure("known_unit_placement", "known_unit_closure", "known_unit")
                .add(connection, ADMINISTRATIVE, List.of(fresh.id));
        assertThat(units.isWithin(fresh.id, root.id, ADMINISTRATIVE, MERGER)).isTrue();
        assertThat(units.isWithin(fresh.id, fresh.id, ADMINISTRATIVE, MERGER)).isTrue();
    }

    @Test
    void everyConstraintHasAProblem() {
        DatabaseRules.assertEveryConstraintIsMapped(ReplicaDatabase.dataSource());
    }

    @Test
    void anOlderEventIsIgnoredAndAnAnnouncementOfTheSameVersionCounts() {
        var unit = unit().named("Hai", null, null);
        var older = new UnitFixture(unit.id).named("Một", null, null);
        var announced = new UnitFixture(unit.id).named("Hai, công bố lại", null, null);
        events.apply(unit.event(2));
        events.apply(older.event(1));
        events.batchApplied();
        assertThat(units.require(unit.id, MERGER).name()).isEqualTo("Hai");
        events.apply(UnitFixture.event("vn.lantoa.units.unit.registered.v1", unit.id, 2, announced.state(), true));
        events.batchApplied();
        assertThat(units.require(unit.id, MERGER).name()).isEqualTo("Hai, công bố lại");
        events.apply(older.event(1));
        events.batchApplied();
        assertThat(units.require(unit.id, MERGER).name()).isEqualTo("Hai, công bố lại");
    }

    @Test
    void personsArePutWhenNewer() {
        UUID person = UUID.randomUUID();
        String type = "vn.lantoa.units.person.corrected.v1";
        personEvents.apply(UnitFixture.event(type, person, 2, new PersonState(person, "Nông Thị Mới", null), false));
        personEvents.apply(UnitFixture.event(type, person, 1, new PersonState(person, "Nông Thị Cũ", null), false));
        personEvents.batchApplied();
        assertThat(persons.require(person).displayName()).isEqualTo("Nông Thị Mới");
        assertThat(persons.findAll(List.of(person, UUID.randomUUID()))).hasSize(1);
    }

    @Test
    void onlyAServiceThatWantsTheReplicaListens() {
        var owner = new UnitEvents(
                ReplicaDatabase.dataSource(), () -> false, WorkPassesOnTest.nowhere(ReplicaDatabase.dataSource()));
        assertThat(owner.active()).isFalse();
        assertThat(events.active()).isTrue();
        assertThat(events.topics()).containsExactly(Topic.UNIT);
    }

    private void tell(UnitFixture... told) {
        for (UnitFixture unit : told) {
            events.apply(unit.event(1));
        }
        events.batchApplied();
    }

    /** With the row's place on disk: a row written anew lies elsewhere. */
    private List<String> closureRows() throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT ctid::text FROM known_unit_closure ORDER BY 1")) {
            List<String> found = new java.util.ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private List<UUID> all(Query units) {
        return units.list(dataSource, row -> row.id("id"));
    }
}
