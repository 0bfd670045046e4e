package vn.lantoa.units.role;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.units.RoleGrantState;
import vn.lantoa.problems.Conflict;
import vn.lantoa.units.period.Period;

/**
 * A person has a role over a unit and what stands below it (or everywhere), on one line (or all), in a period; it may end with
 * a post, go on from a grant over a former unit, or be delegated by somebody on whose behalf it is used.
 */
@Entity
public class RoleGrant {
    @Id
    private UUID id;

    private UUID person;
    private String role;
    private @Nullable UUID unit;
    private @Nullable String line;
    private @Nullable LocalDate validFrom;
    private @Nullable LocalDate validTo;
    private @Nullable String document;
    private @Nullable UUID post;
    private @Nullable UUID succeeds;
    private @Nullable UUID movedFrom;
    private @Nullable UUID delegationOf;
    private @Nullable UUID onBehalfOf;
    private @Nullable UUID reorganisation;
    private @Nullable UUID endedBy;
    private @Nullable LocalDate uncutTo;
    private @Nullable Instant annulledAt;

    @Version
    private long version;

    private Instant createdAt;
    private Instant updatedAt;

    protected RoleGrant() {}

    static RoleGrant grant(UUID id, GrantRole command, Period period, Instant now) {
        var grant = new RoleGrant();
        grant.id = id;
        grant.person = command.person();
        grant.role = command.role();
        grant.unit = command.unit();
        grant.line = command.line();
        grant.validFrom = period.from();
        grant.validTo = period.to();
        grant.document = command.document();
        grant.post = command.post();
        grant.createdAt = now;
        grant.updatedAt = now;
        return grant;
    }

    /** @throws Conflict 409 {@code delegated-already}: what is delegated is not delegated further */
    RoleGrant delegate(UUID delegation, UUID delegate, Period period, String by, Instant now) {
        requireToDelegate();
        if (delegate.equals(person)) {
            throw new Conflict("delegated-to-holder");
        }
        if (annulledAt != null || !period().contains(period)) {
            throw new Conflict("outside-delegated-grant");
        }
        var grant = copy(delegation, now);
        grant.person = delegate;
        grant.document = by;
        grant.validFrom = period.from();
        grant.validTo = period.to();
        grant.delegationOf = id;
        grant.onBehalfOf = person;
        return grant;
    }

    /** @throws Conflict 409 {@code delegated-already} */
    void requireToDelegate() {
        if (delegationOf != null) {
            throw new Conflict("delegated-already");
        }
    }

    /** @throws Conflict 409 {@code cannot-end-then}: it holds no longer that day, or was never to hold */
    void requireHeld(LocalDate day) {
        var until = validTo;
        if (annulledAt != null || (until != null && !until.isAfter(day))) {
            throw new Conflict("cannot-end-then", day);
        }
    }

    /** Holds no longer from that day on. */
    void end(LocalDate day, Instant now) {
        var period = period();
        if (annulledAt != null || !period.contains(day) || !period.startsBefore(day)) {
            throw new Conflict("cannot-end-then", day);
        }
        validTo = day;
        updatedAt = now;
    }

    /** Ends by a reorganisation; annulling that gives it back what it had. */
    void cut(LocalDate day, UUID by, Instant now) {
        var until = validTo;
        end(day, now);
        endedBy = by;
        uncutTo = until;
    }

    /** The same role over the unit that comes after (or everywhere), from the day on. */
    RoleGrant goOn(UUID goingOn, @Nullable UUID after, Bonds bonds, @Nullable LocalDate until, Instant now) {
        var grant = copy(goingOn, now);
        grant.unit = after;
        grant.validFrom = validTo;
        grant.validTo = until;
        grant.post = bonds.post();
        grant.delegationOf = bonds.delegationOf();
        grant.onBehalfOf = onBehalfOf;
        grant.succeeds = id;
        grant.reorganisation = bonds.reorganisation();
        return grant;
    }

    /** What a grant that goes on is bound to. */
    record Bonds(@Nullable UUID post, @Nullable UUID delegationOf, UUID reorganisation) {}

    private RoleGrant copy(UUID another, Instant now) {
        var grant = new RoleGrant();
        grant.id = another;
        grant.person = person;
        grant.role = role;
        grant.unit = unit;
        grant.line = line;
        grant.document = document;
        grant.createdAt = now;
        grant.updatedAt = now;
        return grant;
    }

    /** Begins elsewhere than was planned. */
    void move(@Nullable UUID to, UUID by, Instant now) {
        movedFrom = unit;
        unit = to;
        reorganisation = by;
        updatedAt = now;
    }

    /** Back to where it was planned. */
    void moveBack(Instant now) {
        unit = movedFrom;
        movedFrom = null;
        reorganisation = null;
        updatedAt = now;
    }

    /** Holds again until where it was to end. */
    void mend(Instant now) {
        if (annulledAt == null) {
            validTo = uncutTo;
        }
        annulledAt = null;
        uncutTo = null;
        endedBy = null;
        updatedAt = now;
    }

    /** It never was. */
    void annul(@Nullable UUID by, Instant now) {
        annulledAt = now;
        endedBy = by;
        updatedAt = now;
    }

    public UUID id() {
        return id;
    }

    public UUID person() {
        return person;
    }

    public String role() {
        return role;
    }

    public @Nullable UUID unit() {
        return unit;
    }

    @Nullable
    String line() {
        return line;
    }

    @Nullable
    UUID post() {
        return post;
    }

    @Nullable
    UUID succeeds() {
        return succeeds;
    }

    @Nullable
    UUID delegationOf() {
        return delegationOf;
    }

    @Nullable
    UUID onBehalfOf() {
        return onBehalfOf;
    }

    public long version() {
        return version;
    }

    public Period period() {
        return new Period(validFrom, validTo);
    }

    RoleGrantState state() {
        // one that was annulled holds on no day: as long as it takes to begin
        var until = annulledAt == null ? validTo : validFrom;
        return new RoleGrantState(
                id, person, role, unit, line, validFrom, until, document, post, succeeds, delegationOf, onBehalfOf);
    }

    RoleGrantView view() {
        return new RoleGrantView(
                id,
                person,
                role,
                unit,
                line,
                validFrom,
                validTo,
                document,
                post,
                succeeds,
                delegationOf,
                onBehalfOf,
                version,
                createdAt,
                updatedAt);
    }
}
