package vn.lantoa.recognition.nomination;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.privacy.Personal;
import vn.lantoa.privacy.PersonalData;

/** A nomination of a person in the audit trail; what describes the person only under the person's key. */
record NominationSnapshot(
        UUID id,
        String awardType,
        @Nullable UUID person,
        UUID unit,
        UUID proposingUnit,
        int year,
        NominationStatus status,
        @Nullable String verdict,
        List<String> statements,
        @PersonalData("ACHIEVEMENT") @Nullable @Personal String achievement,
        @Nullable String legalRef,
        @PersonalData("ACHIEVEMENT") @Nullable @Personal String reason) {

    /** Of a collective: nothing here is personal. */
    record OfCollective(
            UUID id,
            String awardType,
            UUID unit,
            UUID proposingUnit,
            int year,
            NominationStatus status,
            @Nullable String verdict,
            List<String> statements,
            @PersonalData("ACHIEVEMENT") @Nullable String achievement,
            @Nullable String legalRef,
            @Nullable String reason) {}

    static Object of(Nomination nomination) {
        var verdict = nomination.verdict() == null ? null : nomination.verdict().name();
        if (nomination.person() == null) {
            return new OfCollective(
                    nomination.id(),
                    nomination.awardType(),
                    nomination.unit(),
                    nomination.proposingUnit(),
                    nomination.year(),
                    nomination.status(),
                    verdict,
                    nomination.statements(),
                    nomination.content().achievement(),
                    nomination.legalRef(),
                    nomination.reason());
        }
        return new NominationSnapshot(
                nomination.id(),
                nomination.awardType(),
                nomination.person(),
                nomination.unit(),
                nomination.proposingUnit(),
                nomination.year(),
                nomination.status(),
                verdict,
                nomination.statements(),
                nomination.content().achievement(),
                nomination.legalRef(),
                nomination.reason());
    }
}
