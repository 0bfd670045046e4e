package vn.lantoa.units.role;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lantoa.problems.FieldError;
import vn.lantoa.rest.Ids;
import vn.lantoa.units.period.Period;
import vn.lantoa.units.person.PostsFollow;
import vn.lantoa.units.succession.Consequence;
import vn.lantoa.units.succession.Consequence.Effect;
import vn.lantoa.units.succession.Enactment;
import vn.lantoa.units.succession.Succession;
import vn.lantoa.units.succession.UnitDependants;

/**
 * Posts, then what people may do: a grant over a unit that ends goes on over the heir, noting which grant it succeeds, and ends
 * where there is none. One that is bound to a post goes on with the post or ends with it; a delegation with what it is
 * delegated from. Who would have the same role twice over the heir has it once.
 */
@ApplicationScoped
class GrantsFollow implements UnitDependants {
    private final PostsFollow postsFollow;
    private final RoleGrants grants;

    GrantsFollow(PostsFollow postsFollow, RoleGrants grants) {
        this.postsFollow = postsFollow;
        this.grants = grants;
    }

    /** What becomes of a grant; where it goes on, over which unit (null: everywhere). */
    private record Fate(
            RoleGrant grant, boolean goesOn, @Nullable UUID to, boolean begunBefore) {
        /** One that begins later than its unit ends is planned for something that will not be there. */
        boolean refused() {
            return !goesOn && !begunBefore && grant.post() == null && grant.delegationOf() == null;
        }
    }

    /** What a person holds: nobody has it twice on one day. */
    private record Held(
            UUID person,
            String role,
            @Nullable UUID unit,
            @Nullable String line,
            @Nullable UUID onBehalfOf) {
        static Held by(RoleGrant grant, @Nullable UUID unit) {
            return new Held(grant.person(), grant.role(), unit, grant.line(), grant.onBehalfOf());
        }
    }

    @Override
    public List<Consequence> consequences(Succession succession) {
        var posts = postsFollow.fates(succession);
        var consequences = new ArrayList<>(PostsFollow.consequences(succession, posts));
        for (var fate : fates(succession, posts)) {
            var grant = fate.grant();
            var unit = grant.unit();
            consequences.add(new Consequence(
                    "role-grant",
                    grant.id(),
                    fate.refused() ? Effect.REFUSES : fate.goesOn() ? Effect.MOVES : Effect.ENDS,
                    unit == null ? postUnit(posts, grant) : unit,
                    fate.goesOn() ? fate.to() : null,
                    grant.person(),
                    grant.role(),
                    fate.refused() ? FieldError.at("", "grant-begins-later", grant.id()) : null));
        }
        return List.copyOf(consequences);
    }

    /** A grant over everything is touched only through its post. */
    private static UUID postUnit(List<PostsFollow.Fate> posts, RoleGrant grant) {
        return posts.stream()
                .filter(post -> post.id().equals(grant.post()))
                .map(post -> post.post().unit())
                .findFirst()
                .orElse(grant.id());
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void carryOut(Succession succession, Enactment enactment) {
        var posts = postsFollow.fates(succession);
        var fates = fates(succession, posts);
        var postGoesOnAs = postsFollow.carryOut(posts, succession.day(), enactment);
        var now = enactment.at();
        var reason = enactment.document();
        var by = enactment.by();
        var until = new HashMap<UUID, Period>();
        for (var fate : fates) {
            var grant = fate.grant();
            var before = grant.state();
            until.put(grant.id(), grant.period());
            if (fate.begunBefore()) {
                grant.cut(succession.day(), enactment.reorganisation(), now);
                grants.ended("role-grant.end", before, grant, by, now, reason);
            } else if (fate.goesOn()) {
                grant.move(fate.to(), enactment.reorganisation(), now);
                grants.changed("role-grant.follow", before, grant, by, now, reason);
            } else {
                grant.annul(enactment.reorganisation(), now);
                grants.ended("role-grant.annul", before, grant, by, now, reason);
            }
        }
        // what ends is written before what begins
        grants.flush();
        var goesOnAs = new HashMap<UUID, UUID>();
        for (var fate : fates) {
            var grant = fate.grant();
            if (fate.begunBefore() && fate.goesOn()) {
                var bonds = new RoleGrant.Bonds(
                        grant.post() == null ? null : postGoesOnAs.get(grant.post()),
                        grant.delegationOf() == null
                                ? null
                                : goesOnAs.getOrDefault(grant.delegationOf(), grant.delegationOf()),
                        enactment.reorganisation());
                var period = Objects.requireNonNull(until.get(grant.id()));
                var next = grant.goOn(Ids.next(), fate.to(), bonds, period.to(), now);
                goesOnAs.put(grant.id(), next.id());
                grants.begin("role-grant.follow", next, by, now, reason);
            }
        }
    }

    /** Originals before what is delegated from them, each once, in one order. */
    private List<Fate> fates(Succession succession, List<PostsFollow.Fate> posts) {
        var postFates = posts.stream().collect(Collectors.toMap(PostsFollow.Fate::id, Function.identity()));
        var touched = new LinkedHashMap<UUID, RoleGrant>();
        grants.reaching(succession.ending(), succession.day()).forEach(grant -> touched.put(grant.id(), grant));
        grants.boundTo(postFates.keySet(), succession.day()).forEach(grant -> touched.put(grant.id(), grant));
        grants.delegatedFrom(Set.copyOf(touched.keySet()), succession.day())
                .forEach(grant -> touched.put(grant.id(), grant));
        var inOrder = touched.values().stream()
                .sorted(Comparator.comparing((RoleGrant grant) -> grant.delegationOf() != null)
                        .thenComparing(RoleGrant::id))
                .toList();
        var held = heldAlready(succession, touched.keySet());
        var fates = new ArrayList<Fate>();
        var ended = new HashSet<UUID>();
        for (var grant : inOrder) {
            var unit = grant.unit();
            var to = unit == null || !succession.ending().contains(unit)
                    ? unit
                    : succession.heirOf(unit).orElse(null);
            var goesOn = (unit == null || to != null)
                    && postLasts(postFates, grant, succession)
                    && !ended.contains(grant.delegationOf())
                    && held.add(Held.by(grant, to));
            if (!goesOn) {
                ended.add(grant.id());
            }
            fates.add(new Fate(grant, goesOn, to, grant.period().startsBefore(succession.day())));
        }
        return fates;
    }

    /** A grant that begins later cannot lean on a post that goes on as another one. */
    private static boolean postLasts(Map<UUID, PostsFollow.Fate> posts, RoleGrant grant, Succession succession) {
        var fate = grant.post() == null ? null : posts.get(grant.post());
        return fate == null
                || (fate.to() != null && (!fate.begunBefore() || grant.period().startsBefore(succession.day())));
    }

    /** What is held over the heirs already. */
    private Set<Held> heldAlready(Succession succession, Set<UUID> touched) {
        return grants.reaching(new HashSet<>(succession.becomes().values()), succession.day()).stream()
                .filter(grant -> !touched.contains(grant.id()))
                .map(grant -> Held.by(grant, grant.unit()))
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** What the reorganisation began never was; what it ended holds again. Posts first: grants lean on them. */
    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void annul(Succession succession, Enactment annulment) {
        postsFollow.annul(annulment);
        var reorganisation = annulment.reorganisation();
        var now = annulment.at();
        var by = annulment.by();
        var reason = annulment.document();
        for (var grant : grants.list("reorganisation = ?1 and annulledAt is null order by id", reorganisation)) {
            var before = grant.state();
            if (grant.succeeds() == null) {
                grant.moveBack(now);
                grants.changed("role-grant.follow-annul", before, grant, by, now, reason);
            } else {
                grant.annul(null, now);
                grants.ended("role-grant.annul", before, grant, by, now, reason);
            }
        }
        grants.flush();
        for (var grant : grants.list("endedBy = ?1 order by id", reorganisation)) {
            var before = grant.state();
            grant.mend(now);
            grants.changed("role-grant.follow-annul", before, grant, by, now, reason);
        }
        grants.flush();
    }
}
