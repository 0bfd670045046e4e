package vn.lantoa.units.person;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.units.PostState;
import vn.lantoa.problems.Conflict;
import vn.lantoa.units.period.Period;

/** A person holds a post at a unit in a period, never longer than the unit exists. */
@Entity
public class Post {
    @Id
    private UUID id;

    private UUID person;
    private UUID unit;
    private String title;
    private String postGroup;

    @Column(name = "is_leading")
    private boolean leading;

    private @Nullable LocalDate validFrom;
    private @Nullable LocalDate validTo;

    @Version
    private long version;

    private Instant createdAt;
    private Instant updatedAt;

    protected Post() {}

    static Post assign(UUID id, UUID person, AssignPost command, Period period, Instant now) {
        var post = new Post();
        post.id = id;
        post.person = person;
        post.unit = command.unit();
        post.title = command.title();
        post.postGroup = command.postGroup();
        post.leading = Boolean.TRUE.equals(command.leading());
        post.validFrom = period.from();
        post.validTo = period.to();
        post.createdAt = now;
        post.updatedAt = now;
        return post;
    }

    /** Is held no longer from that day on. An end can only come nearer, and not before the beginning. */
    public void end(LocalDate day, Instant now) {
        if (!period().contains(day) || !period().startsBefore(day)) {
            throw new Conflict("cannot-end-then", day);
        }
        validTo = day;
        updatedAt = now;
    }

    public UUID id() {
        return id;
    }

    public UUID person() {
        return person;
    }

    public UUID unit() {
        return unit;
    }

    public long version() {
        return version;
    }

    public Period period() {
        return new Period(validFrom, validTo);
    }

    public PostState state() {
        return new PostState(id, person, unit, title, postGroup, leading, validFrom, validTo);
    }

    PostView view() {
        return new PostView(
                id, person, unit, title, postGroup, leading, validFrom, validTo, version, createdAt, updatedAt);
    }
}
