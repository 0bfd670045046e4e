package vn.lantoa.recognition.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lantoa.access.Caller;
import vn.lantoa.audit.Audit;
import vn.lantoa.knownunits.KnownUnits;
import vn.lantoa.outbox.Outbox;
import vn.lantoa.problems.Conflict;
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Invalid;
import vn.lantoa.recognition.award.Grant;
import vn.lantoa.recognition.award.GrantAwards;
import vn.lantoa.recognition.catalogue.AwardType;
import vn.lantoa.recognition.catalogue.Catalogue;
import vn.lantoa.recognition.catalogue.RecipientKind;
import vn.lantoa.recognition.nomination.Nomination;
import vn.lantoa.recognition.nomination.NominationChanges;
import vn.lantoa.recognition.nomination.Nominations;
import vn.lantoa.rest.Today;
import vn.lantoa.sql.Query;

/** Signs a decision: with the authority of that day, and every nomination becomes an award with a certificate. */
@ApplicationScoped
class SignAndGrant {
    private final Catalogue catalogue;
    private final KnownUnits units;
    private final Authorities authorities;
    private final Nominations nominations;
    private final NominationChanges changes;
    private final DecisionReads reads;
    private final Decisions decisions;
    private final GrantAwards awards;
    private final DecisionDuties duties;
    private final Caller caller;
    private final DataSource database;
    private final Audit audit;
    private final Outbox outbox;
    private final Today today;

    SignAndGrant(
            Catalogue catalogue,
            KnownUnits units,
            Authorities authorities,
            Nominations nominations,
            NominationChanges changes,
            DecisionReads reads,
            Decisions decisions,
            GrantAwards awards,
            DecisionDuties duties,
            Caller caller,
            DataSource database,
            Audit audit,
            Outbox outbox,
            Today today) {
        this.catalogue = catalogue;
        this.units = units;
        this.authorities = authorities;
        this.nominations = nominations;
        this.changes = changes;
        this.reads = reads;
        this.decisions = decisions;
        this.awards = awards;
        this.duties = duties;
        this.caller = caller;
        this.database = database;
        this.audit = audit;
        this.outbox = outbox;
        this.today = today;
    }

    void sign(Decision decision, SignDecision command) {
        decision.mustBeDraft();
        var signer = caller.requirePerson();
        var day = today.orPast(command.signedOn(), "/signedOn");
        var award = catalogue.require(decision.awardType(), "/awardType");
        var issuer = units.require(decision.issuer(), day);
        var authority = authorities.require(award, issuer, signer, day);
        if (!issuer.existing()) {
            throw new Conflict("issuer-not-existing", issuer.name(), day);
        }
        var ids = reads.nominations(decision.id());
        var decided = nominations.all(ids);
        check(decided, command);
        requireVotesBefore(ids, command);
        var before = decision.state(ids);
        var now = today.now();
        var event = decision.sign(command, authority, issuer.name(), ids, now);
        decisions.flush();
        audit.record("decision.sign", "decision", decision.id(), before, decision.state(ids));
        outbox.publish(event);
        decided.forEach(nomination -> decide(nomination, decision, award, command, authority, now));
    }

    /** Whether the caller could sign today: the post's authority, every nomination, and no duty that excludes it. */
    void check(Decision decision) {
        decision.mustBeDraft();
        var signer = caller.requirePerson();
        var day = today.day();
        var issuer = units.require(decision.issuer(), day);
        authorities.require(catalogue.require(decision.awardType(), "/awardType"), issuer, signer, day);
        if (!issuer.existing()) {
            throw new Conflict("issuer-not-existing", issuer.name(), day);
        }
        check(nominations.all(reads.nominations(decision.id())), day);
    }

    private void check(List<Nomination> decided, LocalDate signedOn) {
        decided.forEach(Nomination::mustBeDecidable);
        duties.check("sign", decided, signedOn);
    }

    private void check(List<Nomination> decided, SignDecision command) {
        check(decided, command.signedOn());
        for (var nomination : decided) {
            if (command.signedOn().isBefore(nomination.proposedOn())) {
                throw new Invalid(
                        "decision-before-proposal",
                        FieldError.at("/signedOn", "before-proposal", nomination.proposedOn()));
            }
        }
    }

    private void requireVotesBefore(List<UUID> ids, SignDecision command) {
        Query.of("SELECT max(held_on) AS held_on FROM nomination_vote WHERE nomination = ANY (?)", (Object)
                        ids.toArray(UUID[]::new))
                .list(database, row -> row.dayOrNull("held_on") == null ? command.signedOn() : row.dayOrNull("held_on"))
                .forEach(heldOn -> {
                    if (heldOn.isAfter(command.signedOn())) {
                        throw new Invalid("decision-before-vote", FieldError.at("/signedOn", "before-vote", heldOn));
                    }
                });
    }

    private void decide(
            Nomination nomination,
            Decision decision,
            AwardType award,
            SignDecision command,
            Authority authority,
            Instant now) {
        var before = changes.snapshot(nomination);
        changes.keep(nomination, before, nomination.decide(authority.signer(), now));
        var recipient = nomination.person() == null ? RecipientKind.COLLECTIVE : RecipientKind.INDIVIDUAL;
        awards.grant(
                new Grant(
                        award.code(),
                        nomination.category(),
                        nomination.occasion(),
                        nomination.person(),
                        nomination.unit(),
                        nomination.subjectName(),
                        nomination.unitName(),
                        nomination.year(),
                        decision.id(),
                        nomination.id(),
                        decision.issuer(),
                        decision.issuerName(),
                        command.number(),
                        command.signedOn(),
                        authority.legalRef(),
                        award.publishedFor(recipient) && !nomination.confidential(),
                        decision.sample()),
                authority.signer(),
                now);
    }
}
