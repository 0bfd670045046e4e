package vn.lantoa.units.person;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.DomainEvent;
import vn.lantoa.events.units.PostAssigned;
import vn.lantoa.outbox.Announcer;

/** Tells again who holds a post, and until when. */
@ApplicationScoped
class PostAnnouncer implements Announcer {
    private final Posts posts;

    PostAnnouncer(Posts posts) {
        this.posts = posts;
    }

    @Override
    public String kind() {
        return "post";
    }

    @Override
    public String table() {
        return "post";
    }

    @Override
    public Optional<DomainEvent> current(UUID id, Act announcing) {
        return posts.findByIdOptional(id).map(found -> new PostAssigned(id, announcing, found.state()));
    }
}
