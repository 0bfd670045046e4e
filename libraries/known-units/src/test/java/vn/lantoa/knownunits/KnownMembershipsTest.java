package vn.lantoa.knownunits;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.units.MembershipState;
import vn.lantoa.knownunits.KnownMemberships.KnownMember;

/** Who belonged to a unit on a day is known from events, without asking anybody. */
class KnownMembershipsTest {
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final LocalDate OVER = LocalDate.of(2025, 7, 1);

    private final UUID unit = UUID.randomUUID();
    private final UUID heir = UUID.randomUUID();
    private final UUID person = UUID.randomUUID();
    private Connection connection;
    private MembershipEvents events;
    private ReplicatedMemberships memberships;

    @BeforeEach
    void openTransaction() throws SQLException {
        connection = ReplicaDatabase.emptied();
        var database = ReplicaDatabase.within(connection);
        events = new MembershipEvents(database, () -> true);
        memberships = new ReplicatedMemberships(database);
    }

    @AfterEach
    void rollBack() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void whoBelongedToAUnitOnADayIsKnown() {
        var former = told("started", 1, state(person, unit, FIRST, OVER));
        var present = told("started", 1, state(person, heir, OVER, null));
        var last = told("started", 1, state(UUID.randomUUID(), heir, FIRST, null));
        events.batchApplied();

        assertThat(memberships.of(heir, "ADMINISTRATIVE", OVER))
                .extracting(KnownMember::id)
                .containsExactlyInAnyOrder(present.id(), last.id());
        assertThat(memberships.of(unit, "ADMINISTRATIVE", OVER.minusDays(1)))
                .extracting(KnownMember::id)
                .containsExactly(former.id());
        assertThat(memberships.of(unit, "ADMINISTRATIVE", OVER)).isEmpty();
        assertThat(memberships.of(heir, "PARTY", OVER)).isEmpty();
        assertThat(memberships.belongs(person, unit, null, FIRST)).isTrue();
        assertThat(memberships.belongs(person, unit, null, OVER)).isFalse();
        assertThat(memberships.ofPerson(person, OVER))
                .extracting(KnownMember::unit)
                .containsExactly(heir);
    }

    @Test
    void whatWasAnnulledHoldsOnNoDay() {
        var state = told("started", 1, state(person, unit, FIRST, null));
        told("annulled", 2, state);
        events.batchApplied();

        assertThat(memberships.ofPerson(person, FIRST)).isEmpty();
    }

    @Test
    void theNewestStateWinsInWhateverOrderItComes() {
        var ended = state(person, unit, FIRST, OVER);
        var open = new MembershipState(ended.id(), person, unit, "ADMINISTRATIVE", "PRIMARY", FIRST, null);
        told("ended", 2, ended);
        told("started", 1, open);
        events.batchApplied();
        told("started", 1, open);
        events.batchApplied();

        assertThat(memberships.belongs(person, unit, null, OVER)).isFalse();
        events.apply(UnitFixture.event("vn.lantoa.units.membership.started.v1", open.id(), 2, open, true));
        events.batchApplied();
        assertThat(memberships.belongs(person, unit, null, OVER)).isTrue();
    }

    private MembershipState told(String type, long version, MembershipState state) {
        events.apply(
                UnitFixture.event("vn.lantoa.units.membership." + type + ".v1", state.id(), version, state, false));
        return state;
    }

    private static MembershipState state(UUID person, UUID unit, LocalDate from, @Nullable LocalDate to) {
        return new MembershipState(UUID.randomUUID(), person, unit, "ADMINISTRATIVE", "PRIMARY", from, to);
    }
}
