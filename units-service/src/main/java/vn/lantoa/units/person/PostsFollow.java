package vn.lantoa.units.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lantoa.problems.FieldError;
import vn.lantoa.rest.Ids;
import vn.lantoa.units.succession.Consequence;
import vn.lantoa.units.succession.Consequence.Effect;
import vn.lantoa.units.succession.Enactment;
import vn.lantoa.units.succession.Succession;

/**
 * A post ends with its unit, unless it is handed over by name: then it goes on at the other unit. Grants bound to posts are
 * asked about right after posts, so whoever keeps those calls this.
 */
@ApplicationScoped
public class PostsFollow {
    private final Posts posts;

    PostsFollow(Posts posts) {
        this.posts = posts;
    }

    /**
     * What becomes of a post.
     *
     * @param to where it goes on; null: nowhere
     */
    public record Fate(Post post, @Nullable UUID to, boolean begunBefore) {
        public UUID id() {
            return post.id();
        }

        boolean refused() {
            return to == null && !begunBefore;
        }
    }

    /** The posts that a succession touches, in one order. */
    public List<Fate> fates(Succession succession) {
        var units = new HashSet<>(succession.ending());
        succession.handovers().forEach(handover -> units.add(handover.from()));
        return posts.reaching(units, succession.day()).stream()
                .map(post -> new Fate(
                        post,
                        target(succession, post).orElse(null),
                        post.period().startsBefore(succession.day())))
                .filter(fate -> fate.to() != null
                        || succession.ending().contains(fate.post().unit()))
                .toList();
    }

    private static Optional<UUID> target(Succession succession, Post post) {
        return succession.handovers().stream()
                .filter(handover -> handover.from().equals(post.unit()) && handover.movesPost(post.id()))
                .map(Succession.Handover::to)
                .findFirst();
    }

    /** What becomes of each; a post that is named to be handed over and is not there stands in the way. */
    public static List<Consequence> consequences(Succession succession, List<Fate> fates) {
        return Stream.concat(fates.stream().map(PostsFollow::consequence), missing(succession, fates))
                .toList();
    }

    private static Stream<Consequence> missing(Succession succession, List<Fate> fates) {
        var there = fates.stream()
                .map(fate -> List.of(fate.post().unit(), fate.id()))
                .collect(Collectors.toSet());
        return succession.handovers().stream().flatMap(handover -> {
            var named = handover.posts() == null ? Set.<UUID>of() : handover.posts();
            return named.stream()
                    .filter(post -> !there.contains(List.of(handover.from(), post)))
                    .sorted()
                    .map(post -> new Consequence(
                            "post",
                            post,
                            Effect.REFUSES,
                            handover.from(),
                            null,
                            null,
                            null,
                            FieldError.at("", "post-not-there", post)));
        });
    }

    private static Consequence consequence(Fate fate) {
        return new Consequence(
                "post",
                fate.id(),
                fate.refused() ? Effect.REFUSES : fate.to() == null ? Effect.ENDS : Effect.MOVES,
                fate.post().unit(),
                fate.to(),
                fate.post().person(),
                fate.post().view().title(),
                fate.refused() ? FieldError.at("", "post-begins-later", fate.id()) : null);
    }

    /** @return for each post that goes on, the post it goes on as */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<UUID, UUID> carryOut(List<Fate> fates, LocalDate day, Enactment enactment) {
        var now = enactment.at();
        var reason = enactment.document();
        var goesOnAs = new HashMap<UUID, UUID>();
        var begun = new ArrayList<Post>();
        for (var fate : fates) {
            var post = fate.post();
            var before = post.state();
            var to = fate.to();
            if (!fate.begunBefore()) {
                if (to != null) {
                    post.move(to, enactment.reorganisation(), now);
                    posts.changed("post.follow", before, post, now, reason);
                    goesOnAs.put(post.id(), post.id());
                }
                continue;
            }
            var until = post.period().to();
            post.cut(day, enactment.reorganisation(), now);
            posts.ended("post.end", before, post, now, reason);
            if (to != null) {
                var next = post.goOn(Ids.next(), to, enactment.reorganisation(), until, now);
                goesOnAs.put(post.id(), next.id());
                begun.add(next);
            }
        }
        // what ends is written before what begins
        posts.flush();
        for (var next : begun) {
            posts.assign(next, now);
        }
        return goesOnAs;
    }

    /** What the reorganisation began never was; what it ended is held again. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void annul(Enactment annulment) {
        var reorganisation = annulment.reorganisation();
        var now = annulment.at();
        var reason = annulment.document();
        for (var post : posts.list("reorganisation = ?1 and annulledAt is null order by id", reorganisation)) {
            var before = post.state();
            if (post.succeeds() == null) {
                post.moveBack(now);
                posts.changed("post.follow-annul", before, post, now, reason);
            } else {
                post.annul(now);
                posts.ended("post.annul", before, post, now, reason);
            }
        }
        posts.flush();
        mend(posts.list("endedBy = ?1 order by id", reorganisation), now, reason);
        posts.flush();
    }

    private void mend(Collection<Post> ended, Instant now, String reason) {
        for (var post : ended) {
            var before = post.state();
            post.mend(now);
            posts.changed("post.follow-annul", before, post, now, reason);
        }
    }
}
