package vn.lantoa.access;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an account may do on one day.
 *
 * @param person null for a citizen, who holds no permission, and for another system
 * @param client the other system whose account it is; null for people
 * @param confirmedAt until when the replica is known to be complete; null when it never was
 * @param records the person's: those that were merged into one, whichever of them the account belongs to
 * @param held names of all permissions held anywhere, however little of them a token lets its bearer use
 */
record HeldRights(
        @Nullable UUID person,
        @Nullable UUID client,
        List<Permission> permissions,
        @Nullable Instant confirmedAt,
        Set<UUID> records,
        Set<String> held) {
    static final HeldRights NONE = new HeldRights(null, null, List.of(), null);

    HeldRights(
            @Nullable UUID person, @Nullable UUID client, List<Permission> permissions, @Nullable Instant confirmedAt) {
        this(person, client, permissions, confirmedAt, person == null ? Set.of() : Set.of(person));
    }

    HeldRights(
            @Nullable UUID person,
            @Nullable UUID client,
            List<Permission> permissions,
            @Nullable Instant confirmedAt,
            Set<UUID> records) {
        this(
                person,
                client,
                permissions,
                confirmedAt,
                records,
                permissions.stream()
                        .filter(Permission::reachesSomewhere)
                        .map(Permission::name)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** A permission as one grant gives it; a delegated one names on whose behalf it is used. */
    record Permission(
            String name,
            boolean everywhere,
            @Nullable UUID unit,
            @Nullable String line,
            @Nullable UUID onBehalfOf,
            @Nullable String role) {
        /** A grant on a line but on no unit names no subtree, so it gives nothing. */
        boolean reachesSomewhere() {
            return everywhere || unit != null || line == null;
        }

        /** The whole installation. */
        boolean reachesAll() {
            return everywhere || unit == null && line == null;
        }

        /** The same there and below only. */
        Permission at(UUID top, @Nullable String along) {
            return new Permission(name, false, top, along, onBehalfOf, role);
        }
    }

    /**
     * On whose behalf the holder acts where these grants reach: nobody's as soon as one of them is the holder's own.
     *
     * @param reaches whether a grant of the permission reaches what is acted upon
     */
    Set<UUID> actingFor(String permission, Predicate<Permission> reaches) {
        Set<UUID> delegators = new LinkedHashSet<>();
        for (Permission held : permissions) {
            if (held.name().equals(permission) && held.reachesSomewhere() && reaches.test(held)) {
                UUID delegator = held.onBehalfOf();
                if (delegator == null) {
                    return Set.of();
                }
                delegators.add(delegator);
            }
        }
        return delegators;
    }

    boolean holds(String permission) {
        for (Permission each : permissions) {
            if (each.name().equals(permission) && each.reachesSomewhere()) {
                return true;
            }
        }
        return false;
    }

    Reach reach(String permission) {
        return reach(permission, true);
    }

    /** As though no role let a permission reach beyond the unit that it was granted at. */
    Reach reachOfGrants(String permission) {
        return reach(permission, false);
    }

    private Reach reach(String permission, boolean beyond) {
        List<Reach.Root> roots = new ArrayList<>();
        for (Permission held : permissions) {
            if (!held.name().equals(permission) || !held.reachesSomewhere()) {
                continue;
            }
            UUID unit = held.unit();
            if (beyond && held.everywhere() || unit == null) {
                return new Reach(true, List.of());
            }
            roots.add(new Reach.Root(unit, held.line()));
        }
        return new Reach(
                false,
                roots.size() < 2
                        ? List.copyOf(roots)
                        : roots.stream().distinct().toList());
    }

    /** Only these permissions of it. */
    HeldRights narrowedTo(Set<String> names) {
        return new HeldRights(
                person,
                client,
                permissions.stream().filter(each -> names.contains(each.name())).toList(),
                confirmedAt,
                records,
                held);
    }

    boolean confirmedWithin(Duration age, Instant now) {
        return confirmedAt != null && !confirmedAt.isBefore(now.minus(age));
    }
}
