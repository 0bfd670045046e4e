package vn.lantoa.access;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.access.AccessFixture.ACT;
import static vn.lantoa.access.AccessFixture.ISSUER;
import static vn.lantoa.access.AccessFixture.TODAY;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.Topic;
import vn.lantoa.events.units.AccountLinked;
import vn.lantoa.events.units.AccountState;
import vn.lantoa.events.units.PostAssigned;
import vn.lantoa.events.units.PostState;
import vn.lantoa.events.units.RoleDefined;
import vn.lantoa.events.units.RoleGrantEnded;
import vn.lantoa.events.units.RoleGrantState;
import vn.lantoa.events.units.RoleGranted;
import vn.lantoa.events.units.RolePermissionState;
import vn.lantoa.events.units.RoleState;
import vn.lantoa.outbox.ReceivedEvent;
import vn.lantoa.testsupport.DatabaseRules;

class AccessReplicaTest {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final AccessFixture access = new AccessFixture();
    private final AccessEvents events = new AccessEvents(access.replica, access.config);
    private final UUID account = UUID.randomUUID();
    private final UUID role = UUID.randomUUID();
    private final UUID grant = UUID.randomUUID();
    private final String roleCode = "ROLE_" + role;

    @Test
    void rightsComeWithEventsInAnyOrder() {
        receive("role-grant.granted", grant, 1, grantState(null), false);
        receive("role.defined", role, 1, roleState("decision.sign"), false);
        receive("account.linked", account, 1, accountState(), false);
        assertThat(may("decision.sign")).isTrue();
        receive("role-grant.ended", grant, 2, grantState(TODAY), false);
        assertThat(may("decision.sign")).isFalse();
        receive("role-grant.granted", grant, 1, grantState(null), false);
        assertThat(may("decision.sign")).as("an older event changes nothing").isFalse();
        receive("role-grant.granted", grant, 2, grantState(null), true);
        assertThat(may("decision.sign"))
                .as("an announcement of the same version counts")
                .isTrue();
    }

    @Test
    void aRoleDefinedAnewHoldsOnlyItsNewPermissions() {
        receive("account.linked", account, 1, accountState(), false);
        receive("role-grant.granted", grant, 1, grantState(null), false);
        receive("role.defined", role, 1, roleState("vote.record", "decision.draft"), false);
        receive("role.defined", role, 2, roleState("decision.draft"), false);
        assertThat(may("vote.record")).isFalse();
        assertThat(may("decision.draft")).isTrue();
    }

    @Test
    void otherTypesAreIgnored() {
        receive("something.new", UUID.randomUUID(), 1, accountState(), false);
        assertThat(access.caller().person()).isEmpty();
    }

    @Test
    void theOwnerAppliesItsOwnEventsOneAfterTheOther() {
        access.replica.apply(new AccountLinked(account, ACT, accountState()));
        access.replica.apply(new RoleDefined(role, ACT, roleState("unit.place")));
        access.replica.apply(new RoleGranted(grant, ACT, grantState(null)));
        assertThat(may("unit.place")).isTrue();
        access.replica.apply(new RoleGrantEnded(grant, ACT, grantState(TODAY)));
        assertThat(may("unit.place")).isFalse();
    }

    @Test
    void aChangeCountsAsSoonAsItsTransactionHasCommitted() {
        var key = new Account(ISSUER, access.subject);
        access.lookup.of(key);
        access.transaction.begin();
        access.replica.apply(new AccountLinked(account, ACT, accountState()));
        assertThat(access.lookup.remembered(key)).as("before commit").isNotNull();
        access.transaction.commit();
        assertThat(access.lookup.remembered(key)).as("after commit").isNull();
        assertThat(access.lookup.of(key).person()).isEqualTo(access.person);
    }

    @Test
    void anAccountThatTwoPersonsClaimIsNobodys() {
        access.replica.apply(new AccountLinked(account, ACT, accountState()));
        UUID second = UUID.randomUUID();
        access.replica.apply(new AccountLinked(
                second, ACT, new AccountState(second, UUID.randomUUID(), ISSUER, access.subject, null, null)));
        assertThat(access.caller().person()).isEmpty();
    }

    @Test
    void postsAreReadByDay() {
        UUID post = UUID.randomUUID();
        UUID unit = UUID.randomUUID();
        access.replica.apply(new PostAssigned(
                post, ACT, new PostState(post, access.person, unit, "Bí thư", "HEAD", true, null, TODAY)));
        var signers = new PostsHeld(access.dataSource);
        assertThat(signers.postsOf(access.person, TODAY.minusDays(1)))
                .containsExactly(new Signers.HeldPost(unit, "Bí thư", "HEAD", true));
        assertThat(signers.postsOf(access.person, TODAY)).isEmpty();
    }

    @Test
    void aHeartbeatConfirmsRightsButNeverBeyondNowAndNeverBackwards() throws SQLException {
        access.confirmedAgo(java.time.Duration.ofHours(30));
        Instant then = Instant.now().minusSeconds(5).truncatedTo(ChronoUnit.MILLIS);
        events.heartbeat(then);
        assertThat(confirmedAt()).isEqualTo(then);
        events.heartbeat(then.minusSeconds(60));
        assertThat(confirmedAt()).isEqualTo(then);
        events.heartbeat(Instant.now().plusSeconds(3600));
        assertThat(confirmedAt()).isBetween(then, Instant.now());
    }

    @Test
    void everyConstraintHasAProblem() {
        DatabaseRules.assertEveryConstraintIsMapped(access.dataSource);
    }

    @Test
    void onlyReplicasListenToTheRestrictedTopic() {
        var owner = new AccessFixture(AccessConfig.Source.LOCAL);
        assertThat(events.active()).isTrue();
        assertThat(events.topics()).containsExactly(Topic.UNITS_RESTRICTED);
        assertThat(new AccessEvents(owner.replica, owner.config).active()).isFalse();
    }

    private boolean may(String permission) {
        return access.caller().may(permission, UUID.randomUUID());
    }

    @Test
    void aBatchIsConfirmedByItsLastEvent() throws SQLException {
        access.confirmedAgo(java.time.Duration.ofHours(30));
        var before = confirmedAt();

        receive("account.linked", account, 1, accountState(), false);
        assertThat(confirmedAt()).isEqualTo(before);
        events.batchApplied();

        assertThat(confirmedAt()).isAfter(Instant.now().minusSeconds(60));
    }

    @Test
    void aChangeThatIsParkedKeepsRightsFromBeingConfirmedUntilItIsReplayed() throws SQLException {
        access.confirmedAgo(java.time.Duration.ofHours(30));
        var before = confirmedAt();
        long other = parked("known-units");
        long letter = parked("access");
        try {
            events.heartbeat(Instant.now());
            receive("account.linked", account, 1, accountState(), false);
            events.batchApplied();
            assertThat(confirmedAt()).isEqualTo(before);
        } finally {
            replayed(letter);
        }
        events.heartbeat(Instant.now());
        assertThat(confirmedAt())
                .as("what another handler parked is no matter of rights")
                .isAfter(Instant.now().minusSeconds(60));
        replayed(other);
    }

    private long parked(String handler) throws SQLException {
        try (var connection = access.dataSource.getConnection();
                var statement = connection.prepareStatement("""
                        INSERT INTO dead_letter (handler, topic, partition, kafka_offset, headers, reason, stack)
                        VALUES (?, ?, 0, (SELECT count(*) FROM dead_letter), '{}', 'undecodable', '') RETURNING id""")) {
            statement.setString(1, handler);
            statement.setString(2, Topic.UNITS_RESTRICTED.topicName());
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private void replayed(long letter) throws SQLException {
        try (var connection = access.dataSource.getConnection();
                var statement =
                        connection.prepareStatement("UPDATE dead_letter SET replayed_at = now() WHERE id = ?")) {
            statement.setLong(1, letter);
            statement.executeUpdate();
        }
    }

    private AccountState accountState() {
        return new AccountState(account, access.person, ISSUER, access.subject, null, null);
    }

    private RoleState roleState(String... permissions) {
        return new RoleState(
                role,
                roleCode,
                "Vai trò",
                "Role",
                List.of(permissions).stream()
                        .map(p -> new RolePermissionState(p, "SUBTREE", null, null))
                        .toList());
    }

    private RoleGrantState grantState(java.time.@Nullable LocalDate to) {
        return new RoleGrantState(grant, access.person, roleCode, null, null, null, to, null);
    }

    private void receive(String type, UUID subject, long version, Object state, boolean announcement) {
        events.apply(new ReceivedEvent(
                UUID.randomUUID(),
                "vn.lantoa.units." + type + ".v1",
                "/lantoa/units",
                subject,
                version,
                Instant.now(),
                announcement,
                Topic.UNITS_RESTRICTED.topicName(),
                JSON.valueToTree(ACT),
                JSON.valueToTree(state)));
    }

    private Instant confirmedAt() throws SQLException {
        try (var connection = access.dataSource.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT confirmed_at FROM access_freshness")) {
            rows.next();
            return rows.getObject(1, OffsetDateTime.class).toInstant();
        }
    }
}
