package vn.lantoa.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lantoa.problems.Forbidden;

/** The caller as the token and the tables of rights say. The tree is asked once per unit and subtree. */
@RequestScoped
class CurrentCaller implements Caller {
    private final SecurityIdentity identity;
    private final RightsLookup lookup;
    private final RightsAge age;
    private final UnitTree tree;
    private final Clock clock;
    private final Map<Question, Boolean> answered = new HashMap<>();
    private final Map<Set<UUID>, Set<UUID>> relatives = new HashMap<>();

    private @Nullable UUID actingFor;
    private Set<UUID> delegators = Set.of();

    private record Question(UUID unit, Reach.Root root, LocalDate day) {}

    CurrentCaller(SecurityIdentity identity, RightsLookup lookup, RightsAge age, UnitTree tree, Clock clock) {
        this.identity = identity;
        this.lookup = lookup;
        this.age = age;
        this.tree = tree;
        this.clock = clock;
    }

    @Override
    public String account() {
        return identity.isAnonymous()
                ? "anonymous"
                : Account.of(identity)
                        .map(Account::toString)
                        .orElseGet(() -> identity.getPrincipal().getName());
    }

    @Override
    public Optional<UUID> person() {
        var rights = rights();
        if (rights.person() != null) {
            age.requireUsable(rights);
        }
        return Optional.ofNullable(rights.person());
    }

    /** As {@link #person()}, however old that is: to write down who did something, and to explain rights. */
    Optional<UUID> named() {
        return Optional.ofNullable(rights().person());
    }

    @Override
    public Optional<UUID> viewer() {
        return Optional.ofNullable(viewing()).map(HeldRights::person);
    }

    @Override
    public Reach ownShown(String permission) {
        HeldRights viewing = viewing();
        return viewing == null ? new Reach(true, List.of()) : viewing.reach(permission);
    }

    @Override
    public boolean showsOwn(String permission, UUID unit) {
        return isWithin(ownShown(permission), unit);
    }

    @Override
    public Optional<UUID> machineClient() {
        return Optional.ofNullable(rights().client());
    }

    @Override
    public UUID requirePerson() {
        var rights = rights();
        if (rights.client() != null) {
            throw new Forbidden("not-for-machines");
        }
        return person().orElseThrow(() -> new Forbidden("no-person"));
    }

    @Override
    public boolean is(UUID person) {
        return person().isPresent() && rights().records().contains(person);
    }

    @Override
    public Actors actors() {
        requirePerson();
        var rights = rights();
        if (delegators.isEmpty()) {
            return new Actors(rights.records(), rights.held());
        }
        var others = lookup.actors(delegators);
        var records = new HashSet<>(rights.records());
        records.addAll(others.records());
        var held = new HashSet<>(rights.held());
        held.addAll(others.permissions());
        return new Actors(records, held);
    }

    @Override
    public Set<UUID> relatives() {
        return relatives.computeIfAbsent(actors().records(), lookup::relatives);
    }

    @Override
    public Optional<UUID> actingFor() {
        return Optional.ofNullable(actingFor);
    }

    @Override
    public Set<String> rolesGiving(String permission, @Nullable UUID unit, @Nullable String line) {
        LocalDate today = LocalDate.now(clock);
        return rights().permissions().stream()
                .filter(held -> held.name().equals(permission) && held.onBehalfOf() == null && held.reachesSomewhere())
                .filter(held -> held.everywhere()
                        || held.unit() == null
                        || (unit != null
                                && (held.line() == null || held.line().equals(line))
                                && covers(held, unit, today)))
                .flatMap(held -> Stream.ofNullable(held.role()))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Reach reach(String permission) {
        HeldRights rights = rights();
        Reach reach = rights.reach(permission);
        if (reach.everywhere() || !reach.roots().isEmpty()) {
            age.requireUsable(rights, permission);
        }
        return reach;
    }

    @Override
    public Reach reachOfGrants(String permission) {
        HeldRights rights = rights();
        Reach reach = rights.reachOfGrants(permission);
        if (reach.everywhere() || !reach.roots().isEmpty()) {
            age.requireUsable(rights, permission);
        }
        return reach;
    }

    @Override
    public boolean may(String permission, UUID unit) {
        return isWithin(reach(permission), unit);
    }

    private boolean isWithin(Reach reach, UUID unit) {
        LocalDate today = LocalDate.now(clock);
        return reach.everywhere() || reach.roots().stream().anyMatch(root -> covers(root, unit, today));
    }

    @Override
    public void require(String permission, UUID unit) {
        if (!may(permission, unit)) {
            throw new Forbidden("outside-your-units", permission);
        }
        LocalDate today = LocalDate.now(clock);
        remember(permission, held -> held.everywhere() || held.unit() == null || covers(held, unit, today));
    }

    @Override
    public void requireWhere(String permission, Predicate<Reach.Root> reaches) {
        Reach reach = reach(permission);
        if (!reach.everywhere() && reach.roots().stream().noneMatch(reaches)) {
            throw new Forbidden("outside-your-units", permission);
        }
        remember(permission, held -> {
            UUID root = held.unit();
            return held.everywhere() || root == null || reaches.test(new Reach.Root(root, held.line()));
        });
    }

    @Override
    public void requireEverywhere(String permission) {
        if (!reach(permission).everywhere()) {
            throw new Forbidden("outside-your-units", permission);
        }
        remember(permission, held -> held.everywhere() || held.unit() == null);
    }

    @Override
    public void requireFreshRights() {
        age.requireFresh(rights());
    }

    private boolean covers(Reach.Root root, UUID unit, LocalDate day) {
        return answered.computeIfAbsent(
                new Question(unit, root, day), q -> tree.isWithin(unit, root.unit(), root.line(), day));
    }

    private boolean covers(HeldRights.Permission held, UUID unit, LocalDate day) {
        UUID root = held.unit();
        return root != null && covers(new Reach.Root(root, held.line()), unit, day);
    }

    private void remember(String permission, Predicate<HeldRights.Permission> reaches) {
        delegators = rights().actingFor(permission, reaches);
        for (UUID delegator : delegators) {
            actingFor = delegator;
        }
    }

    private @Nullable HeldRights viewing() {
        return identity.getAttribute(RightsAugmentor.VIEWER);
    }

    private HeldRights rights() {
        HeldRights rights = identity.getAttribute(RightsAugmentor.RIGHTS);
        if (rights != null) {
            return rights;
        }
        return identity.isAnonymous()
                ? HeldRights.NONE
                : Account.of(identity)
                        .map(account -> TokenScopes.narrow(lookup.of(account), identity))
                        .orElse(HeldRights.NONE);
    }
}
