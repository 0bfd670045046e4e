package vn.lantoa.recognition.nomination;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import vn.lantoa.events.recognition.NominationEvent;
import vn.lantoa.recognition.catalogue.Catalogue;
import vn.lantoa.recognition.eligibility.Eligibility;
import vn.lantoa.recognition.eligibility.Subject;
import vn.lantoa.rest.Today;

/** Submits a nomination: the rules of its year judge it, and what they said is frozen with it. */
@ApplicationScoped
class SubmitNomination {
    private final Catalogue catalogue;
    private final Eligibility eligibility;
    private final Judgements judgements;
    private final NominationChanges changes;
    private final Nominations nominations;
    private final Today today;

    SubmitNomination(
            Catalogue catalogue,
            Eligibility eligibility,
            Judgements judgements,
            NominationChanges changes,
            Nominations nominations,
            Today today) {
        this.catalogue = catalogue;
        this.eligibility = eligibility;
        this.judgements = judgements;
        this.changes = changes;
        this.nominations = nominations;
        this.today = today;
    }

    void submit(Nomination nomination, UUID by) {
        nomination.mustBeRevisable();
        var before = changes.snapshot(nomination);
        var award = catalogue.require(nomination.awardType(), "/awardType");
        var subject = new Subject(nomination.unit(), nomination.person(), nomination.statements());
        var judgement =
                eligibility.judge(award, nomination.category(), subject, nomination.year(), nomination.proposedOn());
        var now = today.now();
        var vote = judgement.vote();
        NominationEvent event =
                nomination.submit(judgement.verdict(), judgement.ruleSet(), vote != null && vote.required(), by, now);
        nominations.flush();
        judgements.keep(nomination, judgement, nomination.proposedOn(), now);
        changes.keep(nomination, before, event);
    }
}
