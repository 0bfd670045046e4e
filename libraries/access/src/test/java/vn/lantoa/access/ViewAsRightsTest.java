package vn.lantoa.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lantoa.access.AccessFixture.ACT;
import static vn.lantoa.access.AccessFixture.ISSUER;
import static vn.lantoa.access.AccessFixture.TODAY;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lantoa.events.units.RoleDefined;
import vn.lantoa.events.units.RolePermissionState;
import vn.lantoa.events.units.RoleState;
import vn.lantoa.problems.DomainException;

/** Whose rights are seen by whom, and how much of them, where units stand on several lines. */
class ViewAsRightsTest {
    private static final String OPEN = "ADMINISTRATIVE";
    private static final String CONFIDENTIAL = "PARTY";
    private static final UUID SUPPORT = new UUID(0, 2);

    private final AccessFixture viewer = new AccessFixture();
    private final AccessFixture other = new AccessFixture();
    private final UUID commune = UUID.randomUUID();
    private final UUID hamlet = UUID.randomUUID();

    @BeforeEach
    void aHamletOfACommune() {
        viewer.replica.apply(new RoleDefined(
                SUPPORT,
                ACT,
                new RoleState(
                        SUPPORT,
                        "SUPPORT",
                        "Hỗ trợ",
                        "Support",
                        List.of(
                                new RolePermissionState("access.view-as", "SUBTREE", null, null),
                                new RolePermissionState("campaign.read", "SUBTREE", null, null)))));
        viewer.tree.put(hamlet, commune, OPEN);
    }

    @Test
    void whatIsReadIsCutToWhatTheViewerReadsAndWhatCouldBeDoneIsNot() {
        viewer.grant("SUPPORT", commune);
        other.grant("LEADER", hamlet);

        var shown = seen();

        assertThat(shown.person()).isEqualTo(other.person);
        // the other reads campaigns everywhere
        assertThat(shown.reach("campaign.read")).isEqualTo(new Reach(false, List.of(new Reach.Root(commune, null))));
        assertThat(shown.reach("campaign.launch")).isEqualTo(new Reach(false, List.of(new Reach.Root(hamlet, null))));
        assertThat(shown.holds("access.view-as")).isFalse();
    }

    @Test
    void everywhereTheOtherIsSeenWhole() {
        viewer.grant("SUPPORT", null);
        other.grant("LEADER", hamlet);
        assertThat(seen().reach("campaign.read").everywhere()).isTrue();
    }

    @Test
    void aRightAlongOneLineReachesNoneWhoHasRightsAlongOthers() {
        viewer.grant("SUPPORT", commune, OPEN, null, null);
        other.grant("LEADER", hamlet, OPEN, null, null);
        assertThat(seen().reach("campaign.read").roots()).containsExactly(new Reach.Root(commune, OPEN));

        other.grant("LEADER", hamlet);
        refused("view-as-refused");
    }

    @Test
    void aGrantAlongTheConfidentialLineIsReachedAlongItOnly() {
        viewer.grant("SUPPORT", commune);
        other.grant("LEADER", hamlet, CONFIDENTIAL, null, null);
        refused("view-as-refused");

        viewer.tree.put(hamlet, commune, CONFIDENTIAL);
        assertThat(seen().reach("campaign.launch").roots()).containsExactly(new Reach.Root(hamlet, CONFIDENTIAL));
    }

    @Test
    void aRightThatEndedOrIsToComeIsNone() {
        viewer.grant("SUPPORT", commune, null, TODAY.minusDays(9), TODAY);
        viewer.grant("SUPPORT", commune, null, TODAY.plusDays(1), null);
        other.grant("LEADER", hamlet);
        refused("view-as-refused");
    }

    @Test
    void whoHasNoRightsIsSeenByWhoeverMaySeeEverybodyOnly() {
        other.link(ISSUER, null, null);
        viewer.grant("SUPPORT", commune);
        refused("view-as-refused");
        viewer.grant("SUPPORT", null);
        assertThat(seen().permissions()).isEmpty();
    }

    @Test
    void anAccountThatEndedIsNobodysEyes() {
        viewer.grant("SUPPORT", null);
        other.grant("LEADER", hamlet);
        assertThat(seen().person()).isEqualTo(other.person);
        other.link(ISSUER, null, TODAY);
        refused("view-as-refused");
    }

    @Test
    void aTokenOfFewScopesSeesNoMore() {
        viewer.grant("SUPPORT", null);
        other.grant("LEADER", hamlet);
        var shown = seen("GET", all -> all.narrowedTo(Set.of("campaign.read")));
        assertThat(shown.holds("campaign.launch")).isFalse();
        assertThat(shown.holds("campaign.read")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "OPTIONS", "get"})
    void onlyReadingIsSafe(String method) {
        viewer.grant("SUPPORT", null);
        other.grant("LEADER", hamlet);
        refused("view-as-read-only", method);
    }

    @Test
    void rightsOlderThanAMinuteAreNotSeenBy() {
        viewer.grant("SUPPORT", null);
        other.grant("LEADER", hamlet);
        viewer.confirmedAgo(Duration.ofMinutes(2));
        refused("rights-stale");
    }

    private void refused(String code) {
        refused(code, "GET");
    }

    private void refused(String code, String method) {
        assertThatThrownBy(() -> seen(method, all -> all))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private HeldRights seen() {
        return seen("GET", all -> all);
    }

    private HeldRights seen(String method, UnaryOperator<HeldRights> narrowing) {
        viewer.lookup.forget();
        return viewer.viewAs()
                .rights(
                        viewer.lookup.of(new Account(ISSUER, viewer.subject)),
                        method,
                        List.of(other.person.toString()),
                        narrowing);
    }
}
