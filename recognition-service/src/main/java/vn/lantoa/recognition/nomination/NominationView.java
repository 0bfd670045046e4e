package vn.lantoa.recognition.nomination;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.privacy.PersonalData;
import vn.lantoa.recognition.rules.Verdict;
import vn.lantoa.rest.Versioned;

/** A nomination; {@code judgement} is the newest one, {@code vote} the recorded result. */
public record NominationView(
        UUID id,
        long version,
        @Schema(examples = "CSTDCS") String awardType,
        @Nullable String category,
        @Nullable String occasion,
        UUID unit,
        String unitName,
        @Nullable UUID person,

        @PersonalData("NAME") @Schema(description = "Name of the person or collective as proposed")
        String subjectName,

        UUID proposingUnit,
        int year,
        NominationStatus status,
        @Nullable Verdict verdict,
        List<String> statements,
        @PersonalData("ACHIEVEMENT") @Nullable String achievement,
        LocalDate proposedOn,

        @Nullable @Schema(description = "Article named by the last return or rejection")
        String legalRef,

        @Nullable @Schema(description = "Reason given with the last return, rejection, acceptance, withdrawal")
        String reason,

        @Nullable Boolean voteRequired,
        @Nullable JudgementView judgement,
        @Nullable VoteView vote,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {

    static NominationView of(Nomination of, @Nullable JudgementView newest, @Nullable VoteView vote) {
        return new NominationView(
                of.id(),
                of.version(),
                of.awardType(),
                of.category(),
                of.occasion(),
                of.unit(),
                of.unitName(),
                of.person(),
                of.subjectName(),
                of.proposingUnit(),
                of.year(),
                of.status(),
                of.verdict(),
                of.statements(),
                of.content().achievement(),
                of.proposedOn(),
                of.legalRef(),
                of.reason(),
                of.voteRequired(),
                newest,
                vote,
                of.createdAt(),
                of.updatedAt());
    }
}
