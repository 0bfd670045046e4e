package vn.lantoa.recognition.nomination;

import static vn.lantoa.recognition.nomination.NominationStatus.ACCEPTED;
import static vn.lantoa.recognition.nomination.NominationStatus.DECIDED;
import static vn.lantoa.recognition.nomination.NominationStatus.DRAFT;
import static vn.lantoa.recognition.nomination.NominationStatus.RECEIVED;
import static vn.lantoa.recognition.nomination.NominationStatus.REJECTED;
import static vn.lantoa.recognition.nomination.NominationStatus.RETURNED;
import static vn.lantoa.recognition.nomination.NominationStatus.SUBMITTED;
import static vn.lantoa.recognition.nomination.NominationStatus.VOTED_FAIL;
import static vn.lantoa.recognition.nomination.NominationStatus.VOTED_PASS;
import static vn.lantoa.recognition.nomination.NominationStatus.WITHDRAWN;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Act;
import vn.lantoa.events.recognition.NominationAccepted;
import vn.lantoa.events.recognition.NominationDecided;
import vn.lantoa.events.recognition.NominationDrafted;
import vn.lantoa.events.recognition.NominationEvent;
import vn.lantoa.events.recognition.NominationReceived;
import vn.lantoa.events.recognition.NominationRejected;
import vn.lantoa.events.recognition.NominationReturned;
import vn.lantoa.events.recognition.NominationState;
import vn.lantoa.events.recognition.NominationSubmitted;
import vn.lantoa.events.recognition.NominationVoted;
import vn.lantoa.events.recognition.NominationWithdrawn;
import vn.lantoa.problems.Conflict;
import vn.lantoa.recognition.rules.Verdict;

/**
 * A collective, or a person of a unit, is proposed for an award and a year. It is drafted, submitted and judged by the
 * rules of its year, received, and then returned or rejected with the article, or accepted; a council votes where the rule
 * asks for it, and a signed decision ends it. Until then it can be withdrawn.
 */
@Entity
public class Nomination {
    @Id
    private UUID id;

    private String awardType;
    private @Nullable String category;
    private @Nullable String occasion;
    private @Nullable UUID person;
    private UUID unit;
    private UUID proposingUnit;
    private String subjectName;
    private String unitName;
    private int year;

    @Column(columnDefinition = "text[]")
    private String[] statements;

    private @Nullable String achievement;
    private LocalDate proposedOn;
    private boolean confidential;

    @Enumerated(EnumType.STRING)
    private NominationStatus status;

    @Enumerated(EnumType.STRING)
    private @Nullable Verdict verdict;

    private int judgement;
    private @Nullable String ruleSet;
    private @Nullable String legalRef;
    private @Nullable String reason;
    private @Nullable Boolean voteRequired;
    private UUID createdBy;
    private Instant createdAt;
    private Instant updatedAt;

    @Version
    private int version;

    protected Nomination() {}

    static Nomination draft(Proposal proposal, ReviseNomination content, UUID by, Instant now) {
        var nomination = new Nomination();
        nomination.id = proposal.id();
        nomination.awardType = proposal.awardType();
        nomination.category = proposal.category();
        nomination.person = proposal.person();
        nomination.unit = proposal.unit();
        nomination.proposingUnit = proposal.proposingUnit();
        nomination.subjectName = proposal.subjectName();
        nomination.unitName = proposal.unitName();
        nomination.year = proposal.year();
        nomination.proposedOn = proposal.proposedOn();
        nomination.confidential = proposal.confidential();
        nomination.status = DRAFT;
        nomination.createdBy = by;
        nomination.createdAt = now;
        nomination.fill(content, now);
        return nomination;
    }

    NominationEvent drafted(UUID by) {
        return new NominationDrafted(id, new Act("draft", updatedAt, by, null), state());
    }

    NominationEvent revise(ReviseNomination content, UUID by, Instant now) {
        mustBeRevisable();
        fill(content, now);
        return new NominationDrafted(id, new Act("revise", now, by, null), state());
    }

    private void fill(ReviseNomination content, Instant now) {
        occasion = content.occasion();
        statements = content.statements().toArray(String[]::new);
        achievement = content.achievement();
        updatedAt = now;
    }

    NominationEvent submit(Verdict found, @Nullable String byRuleSet, boolean needsVote, UUID by, Instant now) {
        mustBeRevisable();
        verdict = found;
        ruleSet = byRuleSet;
        voteRequired = needsVote;
        judgement++;
        return new NominationSubmitted(id, to(SUBMITTED, "submit", by, now, null, null), state());
    }

    NominationEvent receive(UUID by, Instant now) {
        mustBe(SUBMITTED);
        return new NominationReceived(id, to(RECEIVED, "receive", by, now, null, null), state());
    }

    NominationEvent sendBack(String article, String why, UUID by, Instant now) {
        mustBe(RECEIVED);
        return new NominationReturned(id, to(RETURNED, "return", by, now, article, why), state());
    }

    NominationEvent reject(String article, String why, UUID by, Instant now) {
        mustBe(RECEIVED);
        return new NominationRejected(id, to(REJECTED, "reject", by, now, article, why), state());
    }

    /** @param article the rule it was judged by, named where it refuses */
    NominationEvent accept(String article, @Nullable String why, UUID by, Instant now) {
        mustBe(RECEIVED);
        if (verdict == Verdict.NOT_MET) {
            throw Conflict.byLaw(article, "criteria-not-met");
        }
        if (verdict != Verdict.MET && (why == null || why.isBlank())) {
            throw Conflict.byLaw(article, "criteria-unknown");
        }
        return new NominationAccepted(id, to(ACCEPTED, "accept", by, now, null, why), state());
    }

    NominationEvent voted(boolean passed, UUID by, Instant now) {
        mustBe(ACCEPTED);
        return new NominationVoted(id, to(passed ? VOTED_PASS : VOTED_FAIL, "vote", by, now, null, null), state());
    }

    NominationEvent withdraw(String why, UUID by, Instant now) {
        mustBe(DRAFT, SUBMITTED, RECEIVED, RETURNED, ACCEPTED, VOTED_PASS);
        return new NominationWithdrawn(id, to(WITHDRAWN, "withdraw", by, now, null, why), state());
    }

    /** A decision on it was signed. */
    public NominationEvent decide(UUID by, Instant now) {
        mustBeDecidable();
        return new NominationDecided(id, to(DECIDED, "sign", by, now, null, null), state());
    }

    /** Accepted where no vote is asked for, else voted for. */
    public void mustBeDecidable() {
        if (status != VOTED_PASS && !(status == ACCEPTED && Boolean.FALSE.equals(voteRequired))) {
            throw new Conflict(status == ACCEPTED ? "vote-missing" : "nomination-not-decidable", subjectName, status);
        }
    }

    void mustBeRevisable() {
        mustBe(DRAFT, RETURNED);
    }

    void mustBe(NominationStatus... expected) {
        if (!Arrays.asList(expected).contains(status)) {
            throw new Conflict("nomination-in-other-state", status, Arrays.asList(expected));
        }
    }

    private Act to(
            NominationStatus next, String act, UUID by, Instant now, @Nullable String article, @Nullable String why) {
        status = next;
        legalRef = article;
        reason = why;
        updatedAt = now;
        return new Act(act, now, by, article == null || why == null ? why : article + ": " + why);
    }

    /** What others may know of it. */
    public NominationState state() {
        return new NominationState(
                id,
                awardType,
                confidential ? null : person,
                unit,
                proposingUnit,
                year,
                status.name(),
                verdict == null ? null : verdict.name());
    }

    /** Whether whom it is for is told to nobody beyond those who answer for the unit. */
    public boolean confidential() {
        return confidential;
    }

    ReviseNomination content() {
        return new ReviseNomination(occasion, statements(), achievement);
    }

    public UUID id() {
        return id;
    }

    public String awardType() {
        return awardType;
    }

    public @Nullable String category() {
        return category;
    }

    public @Nullable String occasion() {
        return occasion;
    }

    public @Nullable UUID person() {
        return person;
    }

    public UUID unit() {
        return unit;
    }

    public UUID proposingUnit() {
        return proposingUnit;
    }

    public String subjectName() {
        return subjectName;
    }

    public String unitName() {
        return unitName;
    }

    public int year() {
        return year;
    }

    public LocalDate proposedOn() {
        return proposedOn;
    }

    List<String> statements() {
        return List.of(statements);
    }

    NominationStatus status() {
        return status;
    }

    @Nullable
    Verdict verdict() {
        return verdict;
    }

    int judgement() {
        return judgement;
    }

    @Nullable
    String legalRef() {
        return legalRef;
    }

    @Nullable
    String reason() {
        return reason;
    }

    @Nullable
    Boolean voteRequired() {
        return voteRequired;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    int version() {
        return version;
    }
}
