package vn.lantoa.recognition.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import vn.lantoa.recognition.duty.Duties;
import vn.lantoa.recognition.nomination.Nomination;
import vn.lantoa.recognition.nomination.Nominations;
import vn.lantoa.rest.Today;

/** Who may not prepare or sign a decision for what they are, or did, to a nomination in it. */
@ApplicationScoped
class DecisionDuties {
    private final Duties duties;
    private final DecisionReads reads;
    private final Nominations nominations;
    private final Today today;

    DecisionDuties(Duties duties, DecisionReads reads, Nominations nominations, Today today) {
        this.duties = duties;
        this.reads = reads;
        this.nominations = nominations;
        this.today = today;
    }

    void check(String act, Decision decision) {
        check(act, nominations.all(reads.nominations(decision.id())), today.day());
    }

    /** @param day that counts: of the signature, or today */
    void check(String act, List<Nomination> decided, LocalDate day) {
        duties.check(
                act,
                decided.stream()
                        .map(nomination -> new Duties.Dossier(
                                nomination.id(), nomination.awardType(), nomination.person(), nomination.unit(), day))
                        .toList());
    }
}
