package vn.lantoa.units.person;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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

    @Enumerated(EnumType.STRING)
    private PostKind kind;

    private @Nullable UUID succeeds;
    private @Nullable UUID movedFrom;
    private @Nullable UUID reorganisation;
    private @Nullable UUID endedBy;
    private @Nullable LocalDate uncutTo;
    private @Nullable Instant annulledAt;

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
        post.kind = command.kind() == null ? PostKind.REGULAR : command.kind();
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

    /** Ends with its unit; annulling the reorganisation gives it back what it had. */
    void cut(LocalDate day, UUID by, Instant now) {
        var until = validTo;
        end(day, now);
        endedBy = by;
        uncutTo = until;
    }

    /** The same post at the unit that comes after, from the day on. */
    Post goOn(UUID goingOn, UUID after, UUID since, @Nullable LocalDate until, Instant now) {
        var post = new Post();
        post.id = goingOn;
        post.person = person;
        post.unit = after;
        post.title = title;
        post.postGroup = postGroup;
        post.leading = leading;
        post.kind = kind;
        post.validFrom = validTo;
        post.validTo = until;
        post.succeeds = id;
        post.reorganisation = since;
        post.createdAt = now;
        post.updatedAt = now;
        return post;
    }

    /** Begins elsewhere than was planned. */
    void move(UUID to, UUID by, Instant now) {
        movedFrom = unit;
        unit = to;
        reorganisation = by;
        updatedAt = now;
    }

    /** Back to where it was planned. */
    void moveBack(Instant now) {
        if (movedFrom != null) {
            unit = movedFrom;
            movedFrom = null;
            reorganisation = null;
            updatedAt = now;
        }
    }

    /** Is held again until where it was to end. */
    void mend(Instant now) {
        validTo = uncutTo;
        uncutTo = null;
        endedBy = null;
        updatedAt = now;
    }

    /** It never was. */
    void annul(Instant now) {
        annulledAt = now;
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
        // one that was annulled holds on no day: as long as it takes to begin
        var until = annulledAt == null ? validTo : validFrom;
        return new PostState(id, person, unit, title, postGroup, leading, validFrom, until, kind.name());
    }

    public boolean leading() {
        return leading;
    }

    @Nullable
    UUID succeeds() {
        return succeeds;
    }

    PostView view() {
        return view(null);
    }

    PostView view(@Nullable List<UUID> alsoLeading) {
        return new PostView(
                id,
                person,
                unit,
                title,
                postGroup,
                leading,
                validFrom,
                validTo,
                kind,
                succeeds,
                alsoLeading,
                version,
                createdAt,
                updatedAt);
    }
}
