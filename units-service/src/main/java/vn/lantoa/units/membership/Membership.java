package vn.lantoa.units.membership;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.units.MembershipState;
import vn.lantoa.problems.Conflict;
import vn.lantoa.units.period.Period;

/** A person belongs to a unit on a line in a period, never longer than the unit exists. */
@Entity
public class Membership {
    /** The line unless another is named. */
    public static final String DEFAULT_LINE = "ADMINISTRATIVE";

    @Id
    private UUID id;

    private UUID person;
    private UUID unit;
    private String line;

    @Enumerated(EnumType.STRING)
    private MembershipKind kind;

    private @Nullable String reason;
    private @Nullable String document;
    private @Nullable String endReason;
    private @Nullable UUID reorganisation;
    private @Nullable UUID transfer;
    private @Nullable UUID succeeds;
    private @Nullable UUID endedBy;
    private @Nullable LocalDate uncutTo;
    private @Nullable Instant annulledAt;
    private @Nullable LocalDate validFrom;
    private @Nullable LocalDate validTo;

    @Version
    private long version;

    private Instant createdAt;
    private Instant updatedAt;

    protected Membership() {}

    /** Whom it is about, where, and why. */
    public record Terms(
            UUID person,
            UUID unit,
            String line,
            MembershipKind kind,
            @Nullable String reason,
            @Nullable String document,
            @Nullable UUID transfer) {}

    public static Membership start(UUID id, Terms terms, Period period, Instant now) {
        var membership = new Membership();
        membership.id = id;
        membership.person = terms.person();
        membership.unit = terms.unit();
        membership.line = terms.line();
        membership.kind = terms.kind();
        membership.reason = terms.reason();
        membership.document = terms.document();
        membership.transfer = terms.transfer();
        membership.validFrom = period.from();
        membership.validTo = period.to();
        membership.createdAt = now;
        membership.updatedAt = now;
        return membership;
    }

    /** Goes on from another one since a reorganisation; annulling that makes the other one whole again. */
    public void goesOnFrom(Membership former, UUID since) {
        succeeds = former.id;
        reorganisation = since;
        former.endedBy = since;
    }

    /** Whether a reorganisation moved the person here from that one. */
    public boolean follows(Membership former) {
        return former.id.equals(succeeds);
    }

    /** Belongs there no longer from that day on. An end can only come nearer, and not before the beginning. */
    public void end(LocalDate day, @Nullable String why, Instant now) {
        requireHeld();
        if (!period().contains(day) || !period().startsBefore(day)) {
            throw new Conflict("cannot-end-then", day);
        }
        validTo = day;
        endReason = why;
        updatedAt = now;
    }

    void correct(CorrectMembership correction, Instant now) {
        requireHeld();
        var period = Period.given(correction.validFrom(), correction.validTo(), "");
        unit = correction.unit();
        validFrom = period.from();
        validTo = period.to();
        reason = correction.reason();
        document = correction.document();
        updatedAt = now;
    }

    /** It never was. */
    public void annul(String why, Instant now) {
        requireHeld();
        annulledAt = now;
        endReason = why;
        updatedAt = now;
    }

    /** @throws Conflict 409 {@code membership-annulled} */
    void requireHeld() {
        if (annulledAt != null) {
            throw new Conflict("membership-annulled");
        }
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

    public String line() {
        return line;
    }

    public boolean annulled() {
        return annulledAt != null;
    }

    public long version() {
        return version;
    }

    public Period period() {
        return new Period(validFrom, validTo);
    }

    CorrectMembership correctable() {
        return new CorrectMembership(unit, validFrom, validTo, reason, document);
    }

    public MembershipState state() {
        return new MembershipState(id, person, unit, line, kind.name(), validFrom, validTo);
    }

    MembershipView view() {
        return new MembershipView(
                id,
                person,
                null,
                unit,
                null,
                line,
                kind,
                validFrom,
                validTo,
                reason,
                document,
                endReason,
                reorganisation,
                transfer,
                succeeds,
                annulledAt,
                version,
                createdAt,
                updatedAt);
    }
}
