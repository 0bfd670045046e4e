package vn.lantoa.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Act;
import vn.lantoa.events.units.AccountLinked;
import vn.lantoa.events.units.AccountState;
import vn.lantoa.events.units.RoleDefined;
import vn.lantoa.events.units.RoleGrantState;
import vn.lantoa.events.units.RoleGranted;
import vn.lantoa.events.units.RolePermissionState;
import vn.lantoa.events.units.RoleState;
import vn.lantoa.sql.Query;
import vn.lantoa.testsupport.LocalPostgres;

/** The beans of this module wired over a real PostgreSQL, at noon of one day. Subjects are new for each fixture. */
final class AccessFixture {
    static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    static final Act ACT = new Act("test", Instant.EPOCH, null, null);
    static final String ISSUER = "https://id.example.vn/lantoa";
    private static final UUID LEADER = new UUID(0, 1);
    private static final LocalPostgres POSTGRES = migrated();

    final DataSource dataSource = POSTGRES.dataSource("campaigns", "campaigns_app");
    final Clock clock = Clock.system(ZoneId.of("Asia/Ho_Chi_Minh"));
    final String subject = UUID.randomUUID().toString();
    final UUID person = UUID.randomUUID();
    private final UUID account = UUID.randomUUID();
    final Tree tree = new Tree();
    final RightsLookup lookup = new RightsLookup(dataSource, clock);
    final OneTransaction transaction = new OneTransaction();
    final AccessReplica replica = new AccessReplica(dataSource, lookup, new AfterCommit(transaction), clock);
    final AccessConfig config;
    private final RightsAge age;

    AccessFixture() {
        this(AccessConfig.Source.EVENTS);
    }

    AccessFixture(AccessConfig.Source source) {
        this.config = new Config(source, Duration.ofSeconds(60), Duration.ofHours(24));
        this.age = new RightsAge(config, clock);
        replica.apply(new RoleDefined(
                LEADER,
                ACT,
                new RoleState(
                        LEADER,
                        "LEADER",
                        "Lãnh đạo",
                        "Leader",
                        List.of(
                                new RolePermissionState("campaign.launch", "SUBTREE", null, null),
                                new RolePermissionState("campaign.read", "PROVINCE", null, null)))));
        confirmedAgo(Duration.ZERO);
    }

    void grant(String role, @Nullable UUID unit) {
        grant(role, unit, null, null, null);
    }

    /** Links the account and gives the role, for these days (end exclusive). */
    void grant(
            String role, @Nullable UUID unit, @Nullable String line, @Nullable LocalDate from, @Nullable LocalDate to) {
        link(ISSUER, null, null);
        UUID grant = UUID.randomUUID();
        replica.apply(new RoleGranted(grant, ACT, new RoleGrantState(grant, person, role, unit, line, from, to, null)));
    }

    /** The person's account, for these days (end exclusive). */
    void link(String issuer, @Nullable LocalDate from, @Nullable LocalDate to) {
        replica.apply(new AccountLinked(account, ACT, new AccountState(account, person, issuer, subject, from, to)));
    }

    /** The replica was last known to be complete so long ago. */
    void confirmedAgo(Duration age) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("DELETE FROM access_freshness");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        replica.confirm(clock.instant().minus(age));
        lookup.forget();
    }

    /** The identity as the endpoints see it. */
    SecurityIdentity identity() {
        return identity(lookup);
    }

    SecurityIdentity identity(RightsLookup lookup) {
        var token = QuarkusSecurityIdentity.builder()
                .setPrincipal(new Token(ISSUER, subject))
                .build();
        return new RightsAugmentor(lookup, age, viewAs())
                .augment(token, read -> Uni.createFrom().item(read))
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    ViewAs viewAs() {
        return new ViewAs(lookup, age, tree, clock);
    }

    CurrentCaller caller() {
        return caller(identity());
    }

    CurrentCaller caller(SecurityIdentity identity) {
        return new CurrentCaller(identity, lookup, age, tree, clock);
    }

    record Config(Source replica, Duration maxAge, Duration maxAgeForOtherActs) implements AccessConfig {}

    /** What stands below what, by line. */
    static final class Tree implements UnitTree {
        private final Set<String> below = new HashSet<>();
        private final Set<String> once = new HashSet<>();

        void put(UUID unit, UUID root, String line) {
            below.add(unit + "<" + root + "@" + line);
            below.add(unit + "<" + root + "@" + null);
        }

        /** It stood there on its last day. */
        void putEnded(UUID unit, UUID root, String line) {
            once.add(unit + "<" + root + "@" + line);
            once.add(unit + "<" + root + "@" + null);
        }

        @Override
        public boolean isWithin(UUID unit, UUID root, @Nullable String line, LocalDate day) {
            return unit.equals(root) || below.contains(unit + "<" + root + "@" + line);
        }

        @Override
        public Set<UUID> everWithin(Set<UUID> units, List<Reach.Root> roots, LocalDate day) {
            return units.stream()
                    .filter(unit -> roots.stream()
                            .anyMatch(root -> isWithin(unit, root.unit(), root.line(), day)
                                    || once.contains(unit + "<" + root.unit() + "@" + root.line())))
                    .collect(Collectors.toSet());
        }

        /** Of all the units that it knows. */
        @Override
        public Query everWithin(List<Reach.Root> roots, LocalDate day) {
            var known = Stream.concat(below.stream(), once.stream())
                    .map(each -> UUID.fromString(each.substring(0, each.indexOf('<'))));
            var all = Stream.concat(known, roots.stream().map(Reach.Root::unit)).collect(Collectors.toSet());
            return Query.of("SELECT unnest(?::uuid[]) AS id", (Object)
                    everWithin(all, roots, day).toArray(UUID[]::new));
        }
    }

    private record Token(String issuer, String subject) implements JsonWebToken {
        @Override
        public String getName() {
            return subject;
        }

        @Override
        public Set<String> getClaimNames() {
            return Set.of("iss", "sub");
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> @Nullable T getClaim(String name) {
            return switch (name) {
                case "iss" -> (T) issuer;
                case "sub" -> (T) subject;
                default -> null;
            };
        }
    }

    private static LocalPostgres migrated() {
        var postgres = LocalPostgres.start().prepare("campaigns");
        try (var connection =
                        postgres.dataSource("campaigns", "campaigns_owner").getConnection();
                var statement = connection.createStatement()) {
            for (var name : List.of(
                    "V202611010400__outbox",
                    "V202611010500__access",
                    "V202611243050__access_of_merged_persons",
                    "V202611244080__access_on_behalf_of",
                    "V202611250300__access_clients",
                    "V202611250801__declared_relatives")) {
                try (var script = AccessFixture.class.getResourceAsStream("/db/migration/" + name + ".sql")) {
                    statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8)
                            .replace("${app_role}", "campaigns_app"));
                }
            }
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
