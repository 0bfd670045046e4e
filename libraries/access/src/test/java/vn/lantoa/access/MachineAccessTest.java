package vn.lantoa.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lantoa.access.AccessFixture.ACT;
import static vn.lantoa.access.AccessFixture.ISSUER;
import static vn.lantoa.access.AccessFixture.TODAY;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lantoa.events.units.MachineClientChanged;
import vn.lantoa.events.units.MachineClientGrantState;
import vn.lantoa.events.units.MachineClientRegistered;
import vn.lantoa.events.units.MachineClientRevoked;
import vn.lantoa.events.units.MachineClientState;
import vn.lantoa.problems.Forbidden;

/** Another system as the tables of rights know it: what it was granted, today, and no person. */
class MachineAccessTest {
    private final AccessFixture access = new AccessFixture();
    private final UUID client = UUID.randomUUID();
    private final UUID unit = UUID.randomUUID();
    private final UUID below = UUID.randomUUID();

    @Test
    void itReachesWhatItWasGrantedAlongTheLineAndIsNobody() {
        access.tree.put(below, unit, "ADMINISTRATIVE");
        registered(null, grant("membership.read", unit, "ADMINISTRATIVE", TODAY, null));

        var caller = access.caller();
        assertThat(caller.machineClient()).contains(client);
        assertThat(caller.person()).isEmpty();
        assertThat(caller.may("membership.read", below)).isTrue();
        assertThat(caller.may("membership.read", UUID.randomUUID())).isFalse();
        assertThat(caller.may("person.read", unit)).isFalse();
        assertThatThrownBy(caller::requirePerson)
                .isInstanceOfSatisfying(
                        Forbidden.class, refusal -> assertThat(refusal.code()).isEqualTo("not-for-machines"));
    }

    @Test
    void whatEndsCountsNoLongerAndWhatIsToComeNotYet() {
        registered(
                null,
                grant("unit.read", null, null, TODAY.minusDays(9), TODAY),
                grant("campaign.read", null, null, TODAY.plusDays(1), null));
        assertThat(access.caller().reach("unit.read").everywhere()).isFalse();
        assertThat(access.caller().reach("campaign.read").everywhere()).isFalse();

        access.replica.apply(new MachineClientChanged(
                client, ACT, state(null, grant("unit.read", null, null, TODAY.minusDays(9), null))));
        assertThat(access.caller().reach("unit.read").everywhere()).isTrue();

        access.replica.apply(new MachineClientRevoked(
                client, ACT, state(TODAY, grant("unit.read", null, null, TODAY.minusDays(9), null))));
        assertThat(access.caller().reach("unit.read").everywhere()).isFalse();
        assertThat(access.caller().machineClient()).isEmpty();
    }

    @Test
    void anAccountOfASystemIsNoPersonsWhateverElseSaysSo() {
        access.grant("LEADER", null);
        assertThat(access.caller().person()).contains(access.person);

        registered(null, grant("unit.read", null, null, TODAY, null));

        assertThat(access.caller().person()).isEmpty();
        assertThat(access.caller().reach("campaign.launch").everywhere()).isFalse();
        assertThat(access.caller().reach("unit.read").everywhere()).isTrue();
    }

    @Test
    void whatIsForPersonsAloneCountsForNothingEvenWhenItWasWritten() {
        registered(
                null,
                grant("decision.sign", null, null, TODAY, null),
                grant("vote.record", null, null, TODAY, null),
                grant("unit.read", null, null, TODAY, null));

        assertThat(access.caller().reach("decision.sign").everywhere()).isFalse();
        assertThat(access.caller().reach("vote.record").everywhere()).isFalse();
        assertThat(access.caller().reach("unit.read").everywhere()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "access.view-as",
                "decision.sign",
                "vote.record",
                "ballot.cast",
                "registration.draft",
                "registration.confirm",
                "nomination.submit",
                "response.give",
                "campaign.launch",
                "role-grant.grant",
                "role-grant.import",
                "machine-client.grant",
                "machine-client.read",
                "account.link",
                "reorganisation.enact",
                "transfer.decide",
                "audit.read",
                "dead-letter.read",
                "access-review.read",
                "announcement.make",
                "person.register",
                "person.identify",
                "person.erase",
                "person.merge",
                "person.export-sealed",
                "import.make",
                "line.define",
                "role.read",
                "relative.read",
                "relative.declare"
            })
    void actsOfPersonsAreNeverGrantableEvenWhenListed(String permission) {
        assertThat(MachinePermissions.isGrantable(permission, Set.of(permission)))
                .isFalse();
    }

    @Test
    void systemsReadAndActOnlyAsListed() {
        assertThat(MachinePermissions.isGrantable("unit.read", Set.of())).isTrue();
        assertThat(MachinePermissions.isGrantable("unit.describe", Set.of())).isFalse();
        assertThat(MachinePermissions.isGrantable("unit.describe", Set.of("unit.describe")))
                .isTrue();
    }

    private void registered(@Nullable LocalDate until, MachineClientGrantState... grants) {
        access.replica.apply(new MachineClientRegistered(client, ACT, state(until, grants)));
    }

    private MachineClientState state(@Nullable LocalDate until, MachineClientGrantState... grants) {
        return new MachineClientState(
                client, "Trục liên thông", ISSUER, access.subject, TODAY.minusDays(9), until, List.of(grants));
    }

    private static MachineClientGrantState grant(
            String permission, @Nullable UUID unit, @Nullable String line, LocalDate from, @Nullable LocalDate to) {
        return new MachineClientGrantState(UUID.randomUUID(), permission, unit, line, from, to);
    }
}
