package vn.lantoa.recognition.nomination;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import vn.lantoa.access.Caller;
import vn.lantoa.problems.NotFound;
import vn.lantoa.recognition.duty.Duties;
import vn.lantoa.recognition.scope.Scope;
import vn.lantoa.rest.AllowedAction;

/** Who may do what with a nomination: the permission over the proposing unit, and no duty that excludes it. */
@ApplicationScoped
class NominationRights {
    private final Scope scope;
    private final Duties duties;
    private final Caller caller;

    NominationRights(Scope scope, Duties duties, Caller caller) {
        this.scope = scope;
        this.duties = duties;
        this.caller = caller;
    }

    /**
     * @return the person that acts
     * @throws NotFound to whom its existence is not theirs to know
     */
    UUID require(String permission, String act, Nomination nomination) {
        requireReadable(nomination);
        scope.require(permission, nomination.proposingUnit());
        duties.check(
                act,
                new Duties.Dossier(
                        nomination.id(),
                        nomination.awardType(),
                        nomination.person(),
                        nomination.unit(),
                        nomination.proposedOn()));
        return caller.requirePerson();
    }

    UUID person() {
        return caller.requirePerson();
    }

    /** @throws NotFound to whom its existence is not theirs to know */
    void requireReadable(Nomination nomination) {
        if (!scope.covers("nomination.read", nomination.proposingUnit())) {
            throw new NotFound("nomination-not-found", nomination.id());
        }
    }

    /** @throws vn.lantoa.problems.Unavailable 503 {@code rights-stale} when they are too old for a vote */
    void requireFresh() {
        caller.requireFreshRights();
    }

    AllowedAction askFresh(String act, String permission, Nomination nomination, NominationStatus... states) {
        return AllowedAction.check(act, () -> {
            requireFresh();
            require(permission, act, nomination);
            nomination.mustBe(states);
        });
    }

    AllowedAction ask(String act, String permission, Nomination nomination, NominationStatus... states) {
        return AllowedAction.check(act, () -> {
            require(permission, act, nomination);
            nomination.mustBe(states);
        });
    }
}
