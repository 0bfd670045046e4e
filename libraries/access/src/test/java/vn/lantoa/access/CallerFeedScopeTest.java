package vn.lantoa.access;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.access.AccessFixture.ACT;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.units.RoleDefined;
import vn.lantoa.events.units.RolePermissionState;
import vn.lantoa.events.units.RoleState;

class CallerFeedScopeTest {
    private static final UUID ROLE = new UUID(0, 2);
    private static final String AGENCY = "STANDING_AGENCY";

    private final AccessFixture access = new AccessFixture();
    private final UUID province = UUID.randomUUID();
    private final UUID commune = UUID.randomUUID();
    private final UUID mergedAway = UUID.randomUUID();
    private final UUID elsewhere = UUID.randomUUID();

    @BeforeEach
    void theTreeAndTheRole() {
        access.tree.put(commune, province, "ADMINISTRATIVE");
        access.tree.putEnded(mergedAway, province, "ADMINISTRATIVE");
        access.replica.apply(new RoleDefined(
                ROLE,
                ACT,
                new RoleState(
                        ROLE,
                        AGENCY,
                        "Cơ quan thường trực",
                        "Standing agency",
                        List.of(new RolePermissionState("event.read", "SUBTREE", null, null)))));
    }

    @Test
    void whatHasEndedIsCoveredWhereItStoodLast() {
        access.grant(AGENCY, province);
        assertThat(scope().everywhere()).isFalse();
        assertThat(covered()).containsExactlyInAnyOrder(province, commune, mergedAway);
    }

    @Test
    void anotherSubtreeDoesNotCoverIt() {
        access.grant(AGENCY, elsewhere);
        assertThat(covered()).containsExactly(elsewhere);
    }

    @Test
    void aGrantOnAnotherLineDoesNotCoverIt() {
        access.grant(AGENCY, province, "PARTY", null, null);
        assertThat(covered()).containsExactly(province);
    }

    @Test
    void whoHoldsItEverywhereReadsEverything() {
        access.grant(AGENCY, null);
        assertThat(scope().everywhere()).isTrue();
    }

    @Test
    void whoDoesNotHoldItReadsNothing() {
        access.grant("LEADER", province);
        assertThat(scope().everywhere()).isFalse();
        assertThat(covered()).isEmpty();
    }

    private List<UUID> covered() {
        return scope().units().list(access.dataSource, row -> row.id("id"));
    }

    private CallerFeedScope scope() {
        return new CallerFeedScope(access.caller(), access.tree, access.clock);
    }
}
