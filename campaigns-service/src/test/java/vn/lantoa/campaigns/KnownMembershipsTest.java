package vn.lantoa.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.Act;
import vn.lantoa.events.units.MembershipAnnulled;
import vn.lantoa.events.units.MembershipStarted;
import vn.lantoa.events.units.MembershipState;
import vn.lantoa.knownunits.KnownMemberships;
import vn.lantoa.knownunits.KnownMemberships.KnownMember;
import vn.lantoa.rest.Ids;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.testsupport.Relayed;

/** Who belonged to a unit on a day is known here from events, without asking anybody. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class KnownMembershipsTest {
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final LocalDate OVER = LocalDate.of(2025, 7, 1);

    @Inject
    KnownMemberships memberships;

    @Inject
    ObjectMapper mapper;

    @Test
    void whoBelongedToAUnitOnADayIsKnown() {
        var unit = Ids.next();
        var person = Ids.next();
        var heir = Ids.next();
        var former = tell(person, unit, FIRST, OVER);
        var present = tell(person, heir, OVER, null);
        var never = state(Ids.next(), unit, FIRST, null);
        Relayed.send("units", new MembershipAnnulled(never.id(), act(), never), mapper);
        var last = tell(Ids.next(), heir, FIRST, null);

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(memberships.of(heir, "ADMINISTRATIVE", OVER))
                        .extracting(KnownMember::id)
                        .containsExactlyInAnyOrder(present, last));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(memberships.of(unit, "ADMINISTRATIVE", OVER.minusDays(1)))
                        .extracting(KnownMember::id)
                        .containsExactly(former));
        assertThat(memberships.of(unit, "ADMINISTRATIVE", OVER)).isEmpty();
        assertThat(memberships.of(heir, "PARTY", OVER)).isEmpty();
        assertThat(memberships.belongs(person, unit, null, FIRST)).isTrue();
        assertThat(memberships.belongs(person, unit, null, OVER)).isFalse();
        assertThat(memberships.ofPerson(person, OVER))
                .extracting(KnownMember::unit)
                .containsExactly(heir);
    }

    private UUID tell(UUID person, UUID unit, LocalDate from, @Nullable LocalDate to) {
        var state = state(person, unit, from, to);
        Relayed.send("units", new MembershipStarted(state.id(), act(), state), mapper);
        return state.id();
    }

    private static MembershipState state(UUID person, UUID unit, LocalDate from, @Nullable LocalDate to) {
        return new MembershipState(Ids.next(), person, unit, "ADMINISTRATIVE", "PRIMARY", from, to);
    }

    private static Act act() {
        return new Act("membership.start", Instant.now(), null, null);
    }
}
