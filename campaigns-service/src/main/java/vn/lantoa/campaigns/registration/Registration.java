package vn.lantoa.campaigns.registration;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.lantoa.campaigns.campaign.Target;
import vn.lantoa.events.Act;
import vn.lantoa.events.campaigns.RegistrationConfirmed;
import vn.lantoa.events.campaigns.RegistrationDrafted;
import vn.lantoa.events.campaigns.RegistrationReturned;
import vn.lantoa.events.campaigns.RegistrationReviewed;
import vn.lantoa.events.campaigns.RegistrationState;
import vn.lantoa.events.campaigns.RegistrationSubmitted;
import vn.lantoa.problems.Conflict;

/**
 * What a unit, or a person of a unit, strives for in a campaign's year (đăng ký thi đua). It is drafted and submitted;
 * until somebody acts on it, it may be recalled. It is returned with a reason, mended and submitted again, or confirmed.
 * A confirmed registration is reviewed, as often as the unit meets: the latest review gives its outcome.
 */
@Entity
public class Registration {
    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID campaign;

    @Column(updatable = false)
    private UUID unit;

    @Column(updatable = false)
    private @Nullable UUID person;

    @Column(updatable = false)
    private int year;

    @Column(updatable = false)
    private LocalDate registeredOn;

    @Column
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> titlesAimedAt;

    @Column
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> tasks;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    private List<Target> targets;

    @Enumerated(EnumType.STRING)
    private RegistrationStatus status;

    private @Nullable String returnReason;

    @Enumerated(EnumType.STRING)
    private @Nullable ReviewOutcome outcome;

    @Column(updatable = false)
    private UUID draftedBy;

    private @Nullable UUID submittedBy;

    @Version
    private int version;

    @Column(updatable = false)
    private Instant createdAt;

    @Column
    private Instant updatedAt;

    protected Registration() {}

    private Registration(Subject subject, UUID id, LocalDate registeredOn, UUID draftedBy, Instant now) {
        this.id = id;
        this.campaign = subject.campaign();
        this.unit = subject.unit();
        this.person = subject.person();
        this.year = subject.year();
        this.registeredOn = registeredOn;
        this.status = RegistrationStatus.DRAFT;
        this.draftedBy = draftedBy;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** Who registers for what; once per campaign, unit, person and year. */
    record Subject(UUID campaign, UUID unit, @Nullable UUID person, int year) {}

    static Registration draft(
            UUID id, Subject subject, LocalDate registeredOn, RegistrationContent content, UUID by, Instant now) {
        var registration = new Registration(subject, id, registeredOn, by, now);
        registration.take(content);
        return registration;
    }

    RegistrationDrafted drafted() {
        return new RegistrationDrafted(id, new Act("draft", createdAt, draftedBy, null), state(status.name()));
    }

    RegistrationDrafted revise(RegistrationContent content, UUID by, Instant now) {
        mustBeOpenToChange();
        take(content);
        return new RegistrationDrafted(id, act("revise", by, now, null), state(status.name()));
    }

    /** A draft that nobody wants any more; the row goes, its event says {@code DISCARDED}. */
    RegistrationDrafted discard(UUID by, Instant now) {
        mustBe(RegistrationStatus.DRAFT, "registration-not-draft");
        return new RegistrationDrafted(id, act("discard", by, now, null), state("DISCARDED"));
    }

    RegistrationSubmitted submit(UUID by, Instant now) {
        mustBeOpenToChange();
        mustBeFilled();
        status = RegistrationStatus.SUBMITTED;
        submittedBy = by;
        returnReason = null;
        return new RegistrationSubmitted(id, act("submit", by, now, null), state(status.name()));
    }

    /** Takes it back before anybody has acted on it. */
    RegistrationDrafted recall(UUID by, Instant now) {
        mustBeSubmitted();
        status = RegistrationStatus.DRAFT;
        submittedBy = null;
        return new RegistrationDrafted(id, act("recall", by, now, null), state(status.name()));
    }

    RegistrationReturned sendBack(String reason, UUID by, Instant now) {
        mustBeSubmitted();
        status = RegistrationStatus.RETURNED;
        returnReason = reason;
        return new RegistrationReturned(id, act("return", by, now, reason), state(status.name()));
    }

    RegistrationConfirmed confirm(UUID by, Instant now) {
        mustBeSubmitted();
        status = RegistrationStatus.CONFIRMED;
        return new RegistrationConfirmed(id, act("confirm", by, now, null), state(status.name()));
    }

    RegistrationReviewed review(ReviewOutcome found, UUID by, Instant now) {
        mustBeReviewable();
        status = RegistrationStatus.REVIEWED;
        outcome = found;
        return new RegistrationReviewed(id, act("review", by, now, null), state(status.name()));
    }

    /** @throws Conflict 409 {@code registration-not-open} unless it is a draft or was returned */
    void mustBeOpenToChange() {
        if (status != RegistrationStatus.DRAFT && status != RegistrationStatus.RETURNED) {
            throw new Conflict("registration-not-open", status.name());
        }
    }

    /** @throws Conflict 409 {@code registration-empty} without any title, task or target */
    void mustBeFilled() {
        if (content().empty()) {
            throw new Conflict("registration-empty");
        }
    }

    /** @throws Conflict 409 {@code registration-not-submitted} in any other state */
    void mustBeSubmitted() {
        mustBe(RegistrationStatus.SUBMITTED, "registration-not-submitted");
    }

    /** @throws Conflict 409 {@code registration-not-confirmed} before it is confirmed */
    void mustBeReviewable() {
        if (status != RegistrationStatus.REVIEWED) {
            mustBe(RegistrationStatus.CONFIRMED, "registration-not-confirmed");
        }
    }

    void mustBe(RegistrationStatus required, String refusal) {
        if (status != required) {
            throw new Conflict(refusal, status.name());
        }
    }

    /** Whose own matter this is: the person's who registers. */
    boolean concerns(Predicate<UUID> somebody) {
        return person != null && somebody.test(person);
    }

    boolean wasSubmittedBy(UUID somebody) {
        return somebody.equals(submittedBy);
    }

    private void take(RegistrationContent content) {
        titlesAimedAt = content.titlesAimedAt();
        tasks = content.tasks();
        targets = content.targets();
    }

    private Act act(String act, UUID by, Instant now, @Nullable String reason) {
        updatedAt = now;
        return new Act(act, now, by, reason);
    }

    RegistrationState state() {
        return state(status.name());
    }

    private RegistrationState state(String statusName) {
        return new RegistrationState(
                id, campaign, unit, person, year, statusName, titlesAimedAt, outcome == null ? null : outcome.name());
    }

    RegistrationContent content() {
        return new RegistrationContent(
                Objects.requireNonNull(titlesAimedAt), Objects.requireNonNull(tasks), Objects.requireNonNull(targets));
    }

    UUID id() {
        return id;
    }

    UUID campaign() {
        return campaign;
    }

    UUID unit() {
        return unit;
    }

    @Nullable
    UUID person() {
        return person;
    }

    int year() {
        return year;
    }

    LocalDate registeredOn() {
        return registeredOn;
    }

    RegistrationStatus status() {
        return status;
    }

    @Nullable
    String returnReason() {
        return returnReason;
    }

    @Nullable
    ReviewOutcome outcome() {
        return outcome;
    }

    UUID draftedBy() {
        return draftedBy;
    }

    int version() {
        return version;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
