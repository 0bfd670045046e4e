package vn.lantoa.units.reorganisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import vn.lantoa.problems.FieldError;
import vn.lantoa.units.person.Post;
import vn.lantoa.units.person.Posts;
import vn.lantoa.units.succession.Consequence;
import vn.lantoa.units.succession.Enactment;
import vn.lantoa.units.succession.Succession;
import vn.lantoa.units.succession.UnitDependants;

/** Nobody holds a post at a unit that is no more. */
@ApplicationScoped
class PostsEnd implements UnitDependants {
    private final Posts posts;

    PostsEnd(Posts posts) {
        this.posts = posts;
    }

    @Override
    public List<Consequence> consequences(Succession succession) {
        return posts.reaching(succession.ending(), succession.day()).stream()
                .map(post -> consequence(post, succession))
                .toList();
    }

    private static Consequence consequence(Post post, Succession succession) {
        var ends = post.period().startsBefore(succession.day());
        return new Consequence(
                "post",
                post.id(),
                ends ? Consequence.Effect.ENDS : Consequence.Effect.REFUSES,
                post.unit(),
                null,
                post.person(),
                null,
                ends ? null : FieldError.at("", "post-begins-later", post.id()));
    }

    @Override
    public void carryOut(Succession succession, Enactment enactment) {
        posts.reaching(succession.ending(), succession.day())
                .forEach(post -> posts.end(post, succession.day(), enactment.at(), enactment.document()));
    }

    @Override
    public void annul(Succession succession, Enactment annulment) {}
}
