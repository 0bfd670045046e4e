package vn.lantoa.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lantoa.access.AccessFixture.ISSUER;
import static vn.lantoa.access.AccessFixture.TODAY;

import io.quarkus.security.StringPermission;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import vn.lantoa.events.units.RoleDefined;
import vn.lantoa.events.units.RolePermissionState;
import vn.lantoa.events.units.RoleState;
import vn.lantoa.problems.DomainException;
import vn.lantoa.problems.Forbidden;
import vn.lantoa.problems.Unavailable;

class CallerTest {
    private static final String LAUNCH = "campaign.launch";
    private static final String LEADER = "LEADER";

    private final AccessFixture access = new AccessFixture();
    private final UUID commune = UUID.randomUUID();
    private final UUID hamlet = UUID.randomUUID();
    private final UUID elsewhere = UUID.randomUUID();

    @Test
    void aTokenWithoutAnAccountIsACitizen() {
        var identity = access.identity();
        assertThat(identity.isAnonymous()).isFalse();
        assertThat(holds(identity, LAUNCH)).isFalse();
        var citizen = access.caller(identity);
        assertThat(citizen.account()).isEqualTo(ISSUER + " " + access.subject);
        assertThat(citizen.person()).isEmpty();
        assertThat(citizen.reach(LAUNCH)).isEqualTo(new Reach(false, java.util.List.of()));
        refused("no-person", citizen::requirePerson);
        refused("outside-your-units", () -> citizen.require(LAUNCH, commune));
    }

    @Test
    void nobodyIsAnonymous() {
        var nobody = access.caller(
                QuarkusSecurityIdentity.builder().setAnonymous(true).build());
        assertThat(nobody.account()).isEqualTo("anonymous");
        assertThat(nobody.person()).isEmpty();
        assertThat(nobody.may(LAUNCH, commune)).isFalse();
    }

    @Test
    void aGrantOnAUnitCoversWhatStandsBelowItAndNothingElse() {
        access.tree.put(hamlet, commune, "ADMINISTRATIVE");
        access.grant(LEADER, commune);
        var leader = access.caller();
        assertThat(leader.requirePerson()).isEqualTo(access.person);
        assertThat(leader.may(LAUNCH, commune)).isTrue();
        assertThat(leader.may(LAUNCH, hamlet)).isTrue();
        assertThat(leader.may(LAUNCH, elsewhere)).isFalse();
        assertThat(leader.reach(LAUNCH).rootUnits()).containsExactly(commune);
        refused("outside-your-units", () -> leader.require(LAUNCH, elsewhere));
        refused("outside-your-units", () -> leader.requireEverywhere(LAUNCH));
    }

    @Test
    void aGrantOnOneLineDoesNotCoverAnother() {
        access.tree.put(hamlet, commune, "ADMINISTRATIVE");
        access.grant(LEADER, commune, "PARTY", null, null);
        assertThat(access.caller().may(LAUNCH, hamlet)).isFalse();
    }

    @Test
    void aGrantWithoutAUnitCoversEverything() {
        access.grant(LEADER, null);
        var leader = access.caller();
        assertThat(leader.may(LAUNCH, elsewhere)).isTrue();
        assertThatCode(() -> leader.requireEverywhere(LAUNCH)).doesNotThrowAnyException();
    }

    @Test
    void aGrantOnALineButNoUnitNamesNoSubtree() {
        access.grant(LEADER, null, "PARTY", null, null);
        assertThat(holds(access.identity(), LAUNCH)).isFalse();
        assertThat(access.caller().may(LAUNCH, commune)).isFalse();
    }

    @Test
    void aPermissionThatReachesTheProvinceHoldsEverywhere() {
        access.grant(LEADER, commune);
        assertThat(access.caller().reach("campaign.read").everywhere()).isTrue();
        assertThat(access.caller().reach(LAUNCH).everywhere()).isFalse();
    }

    @Test
    void onlyWhatTheRoleSaysIsHeld() {
        access.grant(LEADER, commune);
        assertThat(holds(access.identity(), LAUNCH)).isTrue();
        assertThat(holds(access.identity(), "campaign.draft")).isFalse();
    }

    @Test
    void aGrantCountsFromItsFirstDayToTheDayBeforeItsEnd() {
        assertThat(launchWith(TODAY.minusDays(9), TODAY)).as("ended today").isFalse();
        assertThat(launchWith(TODAY.plusDays(1), null)).as("begins tomorrow").isFalse();
        assertThat(launchWith(TODAY, TODAY.plusDays(1))).as("today only").isTrue();
    }

    @Test
    void anEndedAccountIsACitizens() {
        access.grant(LEADER, commune);
        access.link(ISSUER, null, TODAY);
        assertThat(access.caller().person()).isEmpty();
        assertThat(holds(access.identity(), LAUNCH)).isFalse();
    }

    @Test
    void theSameSubjectOfAnotherIssuerIsSomebodyElse() {
        access.grant(LEADER, null);
        access.link("https://other.example", null, null);
        assertThat(access.caller().person()).isEmpty();
    }

    @Test
    void staleRightsStopWhatNeedsFreshOnesFirstAndEverythingLater() {
        access.grant(LEADER, commune);
        access.confirmedAgo(Duration.ofSeconds(30));
        assertThatCode(() -> access.caller().requireFreshRights()).doesNotThrowAnyException();
        access.confirmedAgo(Duration.ofMinutes(2));
        refused("rights-stale", () -> access.caller().requireFreshRights());
        assertThat(access.caller().may(LAUNCH, commune)).isTrue();
        assertThat(holds(access.identity(), LAUNCH)).isTrue();
        access.confirmedAgo(Duration.ofHours(25));
        refused("rights-stale", () -> access.caller().may(LAUNCH, commune));
        assertThatThrownBy(() -> holds(access.identity(), LAUNCH)).isInstanceOf(Unavailable.class);
    }

    @Test
    void whoseAccountItIsIsNotBelievedForEverEither() {
        access.grant(LEADER, commune);
        access.confirmedAgo(Duration.ofHours(23));
        assertThat(access.caller().person()).contains(access.person);
        access.confirmedAgo(Duration.ofHours(25));
        refused("rights-stale", () -> access.caller().person());
        refused("rights-stale", () -> access.caller().requirePerson());
        assertThat(new CallerActor(access.caller()).person())
                .as("who did something is written down all the same")
                .contains(access.person);
        var nobody = access.caller(
                QuarkusSecurityIdentity.builder().setAnonymous(true).build());
        assertThat(nobody.person()).isEmpty();
    }

    @Test
    void whatMendsStaleRightsGoesOn() {
        var role = UUID.randomUUID();
        var permissions = List.of(
                new RolePermissionState("dead-letter.replay", "PROVINCE", null, null),
                new RolePermissionState("announcement.make", "PROVINCE", null, null));
        access.replica.apply(new RoleDefined(
                role, AccessFixture.ACT, new RoleState(role, "OPERATOR", "Vận hành", "Operator", permissions)));
        access.grant("OPERATOR", null);
        access.confirmedAgo(Duration.ofDays(3));
        assertThat(holds(access.identity(), "dead-letter.replay")).isTrue();
        assertThatCode(() -> access.caller().requireEverywhere("dead-letter.replay"))
                .doesNotThrowAnyException();
        refused("rights-stale", () -> access.caller().requireEverywhere("announcement.make"));
    }

    @Test
    void rightsWrittenWithTheOriginalsAreNeverStale() {
        var owner = new AccessFixture(AccessConfig.Source.LOCAL);
        owner.grant(LEADER, commune);
        owner.confirmedAgo(Duration.ofHours(25));
        assertThatCode(() -> owner.caller().requireFreshRights()).doesNotThrowAnyException();
        assertThat(owner.caller().may(LAUNCH, commune)).isTrue();
    }

    @Test
    void rightsThatCannotBeReadAreNoRightsButNoEndOfTheTokenEither() {
        var unreachable = new PGSimpleDataSource();
        unreachable.setUrl("jdbc:postgresql://localhost:1/nothing");
        var identity = access.identity(new RightsLookup(unreachable, access.clock));
        assertThat(identity.isAnonymous()).isFalse();
        assertThatThrownBy(() -> holds(identity, LAUNCH))
                .isInstanceOf(AccessException.class)
                .hasCauseInstanceOf(java.sql.SQLException.class);
    }

    private boolean launchWith(LocalDate from, @org.jspecify.annotations.Nullable LocalDate to) {
        var fixture = new AccessFixture();
        fixture.grant(LEADER, commune, null, from, to);
        return holds(fixture.identity(), LAUNCH);
    }

    private static boolean holds(SecurityIdentity identity, String permission) {
        return identity.checkPermissionBlocking(new StringPermission(permission));
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(DomainException.class).satisfies(e -> {
            assertThat(((DomainException) e).code()).isEqualTo(code);
            assertThat(e).isInstanceOfAny(Forbidden.class, Unavailable.class);
        });
    }
}
