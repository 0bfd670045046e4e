package vn.lantoa.units.person;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.AccessReplica;
import vn.lantoa.access.Caller;
import vn.lantoa.access.Reach;
import vn.lantoa.audit.Audit;
import vn.lantoa.events.Act;
import vn.lantoa.events.units.PostAssigned;
import vn.lantoa.events.units.PostEnded;
import vn.lantoa.events.units.PostEvent;
import vn.lantoa.events.units.PostState;
import vn.lantoa.outbox.Outbox;
import vn.lantoa.problems.NotFound;
import vn.lantoa.sql.Query;
import vn.lantoa.sql.Row;
import vn.lantoa.units.unit.LineReach;

/** The posts that persons hold, with what each change of them leaves. */
@ApplicationScoped
public class Posts implements PanacheRepositoryBase<Post, UUID> {
    private final Audit audit;
    private final Outbox outbox;
    private final AccessReplica rights;
    private final Caller caller;
    private final Event<PostEnds> ending;
    private final DataSource database;

    Posts(
            Audit audit,
            Outbox outbox,
            AccessReplica rights,
            Caller caller,
            Event<PostEnds> ending,
            DataSource database) {
        this.audit = audit;
        this.outbox = outbox;
        this.rights = rights;
        this.caller = caller;
        this.ending = ending;
        this.database = database;
    }

    /** @throws NotFound 404 {@code post-not-found} */
    Post get(UUID person, UUID id) {
        return find("id = ?1 and person = ?2 and annulledAt is null", id, person)
                .firstResultOptional()
                .orElseThrow(() -> new NotFound("post-not-found", id));
    }

    /** The posts at these units that reach that day. */
    public List<Post> reaching(Collection<UUID> units, LocalDate day) {
        return units.isEmpty()
                ? List.of()
                : list(
                        "unit in ?1 and annulledAt is null and (validTo is null or validTo > ?2) order by unit, id",
                        units,
                        day);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void assign(Post post, Instant now) {
        persistAndFlush(post);
        write("post.assign", null, new PostAssigned(post.id(), act("post.assign", now, null), post.state()));
    }

    /** Grants that are bound to it end with it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void end(Post post, LocalDate day, Instant now, @Nullable String reason) {
        var before = post.state();
        post.end(day, now);
        ended("post.end", before, post, now, reason);
        ending.fire(new PostEnds(post.id(), day, now, reason));
    }

    /** What is told of a post that holds on fewer days than before. */
    void ended(String action, PostState before, Post post, Instant now, @Nullable String reason) {
        write(action, before, new PostEnded(post.id(), act(action, now, reason), post.state()));
    }

    /** What is told of a post that holds elsewhere or longer than before. */
    void changed(String action, PostState before, Post post, Instant now, @Nullable String reason) {
        write(action, before, new PostAssigned(post.id(), act(action, now, reason), post.state()));
    }

    /** Other posts that lead the unit on a day of this one. */
    List<UUID> alsoLeading(Post post) {
        return post.leading()
                ? Query.of("SELECT o.id FROM post o JOIN post p ON p.id = ?", post.id())
                        .add(
                                "WHERE o.unit = p.unit AND o.is_leading AND o.id <> p.id AND o.valid && p.valid ORDER BY o.id")
                        .list(database, row -> row.id("id"))
                : List.of();
    }

    private void write(String action, @Nullable PostState before, PostEvent event) {
        audit.record(action, "post", event.subject(), before, event.state());
        outbox.publish(event);
        rights.apply(event);
    }

    private Act act(String action, Instant now, @Nullable String reason) {
        return new Act(action, now, caller.person().orElse(null), reason);
    }

    /** Every post of a person, the latest first; one statement, no transaction. */
    public List<PostView> ofPerson(UUID person) {
        return Query.of(
                        "SELECT * FROM post WHERE person = ANY (person_records(?)) AND annulled_at IS NULL ORDER BY valid_from DESC NULLS LAST, id",
                        person)
                .list(database, Posts::view);
    }

    /** Those that the reader may know of: at organisations of a confidential line only along it. */
    List<PostView> ofPerson(UUID person, Reach reach, LocalDate day) {
        var query = Query.of(
                "SELECT o.* FROM post o WHERE o.person = ANY (person_records(?)) AND o.annulled_at IS NULL AND",
                person);
        return LineReach.conditionOfPost(query, reach, "o.unit", day)
                .add("ORDER BY o.valid_from DESC NULLS LAST, o.id")
                .list(database, Posts::view);
    }

    /** Whether the reader may know of posts at the unit. */
    boolean known(UUID unit, Reach reach, LocalDate day) {
        var query = Query.of("SELECT count(*) FROM (SELECT ?::uuid AS unit) AS asked WHERE", unit);
        return LineReach.conditionOfPost(query, reach, "asked.unit", day).count(database) > 0;
    }

    private static PostView view(Row row) throws java.sql.SQLException {
        return new PostView(
                row.id("id"),
                row.id("person"),
                row.id("unit"),
                row.text("title"),
                row.text("post_group"),
                row.flag("is_leading"),
                row.dayOrNull("valid_from"),
                row.dayOrNull("valid_to"),
                PostKind.valueOf(row.text("kind")),
                row.idOrNull("succeeds"),
                null,
                row.number("version"),
                row.instant("created_at"),
                row.instant("updated_at"));
    }
}
