package vn.lantoa.access;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The caller of the current request (inject it). Endpoints carry {@code @PermissionsAllowed("campaign.launch")},
 * {@code @Authenticated} or {@code @PermitAll}; that only asks whether the permission is held anywhere. Which unit it
 * must cover is asked here.
 */
public interface Caller {
    /** OIDC issuer and subject joined by a blank; {@code anonymous} without a token. */
    String account();

    /**
     * The person behind the account today; empty for citizens and other systems.
     *
     * @throws vn.lantoa.problems.Unavailable 503 {@code rights-stale} when whose account it is has not been confirmed for long
     */
    Optional<UUID> person();

    /** Who asks, where they view as another person: {@link #person()} is then that other one. Nothing is done while viewing. */
    Optional<UUID> viewer();

    /**
     * How far the caller's own things may be shown, whatever the grants: everywhere; but where somebody views as them, as far
     * as that viewer may read by the permission themself.
     */
    Reach ownShown(String permission);

    /** As {@link #ownShown}, of a thing that belongs to the unit. */
    boolean showsOwn(String permission, UUID unit);

    /** The other system whose account it is, registered as a machine client; empty for people. */
    Optional<UUID> machineClient();

    /**
     * The person behind the account.
     *
     * @throws vn.lantoa.problems.Forbidden 403 {@code no-person} for a citizen, {@code not-for-machines} for another system
     */
    UUID requirePerson();

    /** Whether the caller is that person, by any of the records that were merged into one. */
    boolean is(UUID person);

    /**
     * Whose act it is that was required last: duties that exclude each other are asked of all of them.
     *
     * @throws vn.lantoa.problems.Forbidden 403 {@code no-person} for a citizen, {@code not-for-machines} for another system
     */
    Actors actors();

    /**
     * Who was declared to be a relative of one of {@link #actors}, whichever of both declared it, on this day and by any of
     * their records. Asked of the database once for the same actors.
     *
     * @throws vn.lantoa.problems.Forbidden 403 {@code no-person} for a citizen, {@code not-for-machines} for another system
     */
    Set<UUID> relatives();

    /**
     * On whose behalf the caller acts: the delegator, when what was required in this request so far is held only by
     * delegation.
     */
    Optional<UUID> actingFor();

    /**
     * The roles by which the permission holds today, not by delegation, over all of what is named.
     *
     * @param unit null: the whole installation
     * @param line null: every line
     */
    Set<String> rolesGiving(String permission, @Nullable UUID unit, @Nullable String line);

    /** Where the permission holds today. */
    Reach reach(String permission);

    /**
     * Where the permission holds today by the units of the grants alone: also where the role lets it reach the whole province.
     * For what only those may see who were appointed for it there.
     */
    Reach reachOfGrants(String permission);

    /** Whether the permission covers the unit today. */
    boolean may(String permission, UUID unit);

    /** @throws vn.lantoa.problems.Forbidden 403 {@code outside-your-units} when the permission does not cover the unit today */
    void require(String permission, UUID unit);

    /**
     * For what stands in no unit of today.
     *
     * @param reaches whether a subtree of the permission takes it in
     * @throws vn.lantoa.problems.Forbidden 403 {@code outside-your-units} when none does
     */
    void requireWhere(String permission, Predicate<Reach.Root> reaches);

    /** @throws vn.lantoa.problems.Forbidden 403 unless the permission holds for the whole installation */
    void requireEverywhere(String permission);

    /** Before voting, signing, opening sealed data. @throws vn.lantoa.problems.Unavailable 503 {@code rights-stale} when the grants replica is older than 60 s */
    void requireFreshRights();
}
