package vn.lantoa.recognition.nomination;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** A nomination with what belongs to it. */
@ApplicationScoped
class NominationViews {
    private final Judgements judgements;
    private final Votes votes;

    NominationViews(Judgements judgements, Votes votes) {
        this.judgements = judgements;
        this.votes = votes;
    }

    NominationView show(Nomination nomination) {
        return NominationView.of(
                nomination,
                nomination.judgement() == 0
                        ? null
                        : judgements.newest(nomination).orElse(null),
                mayHaveVote(nomination) ? votes.of(nomination.id()).orElse(null) : null);
    }

    List<JudgementView> judgements(UUID nomination) {
        return judgements.all(nomination);
    }

    private static boolean mayHaveVote(Nomination nomination) {
        return switch (nomination.status()) {
            case DRAFT, SUBMITTED, RECEIVED, RETURNED, REJECTED, ACCEPTED -> false;
            case VOTED_PASS, VOTED_FAIL, DECIDED, WITHDRAWN -> true;
        };
    }
}
