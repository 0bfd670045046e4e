package vn.lantoa.recognition.nomination;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.privacy.PersonalData;
import vn.lantoa.recognition.rules.Verdict;

/** A nomination in a list. */
public record NominationRow(
        UUID id,
        long version,
        String awardType,
        @Nullable String category,
        @Nullable String occasion,
        UUID unit,
        String unitName,
        @Nullable UUID person,
        @PersonalData("NAME") String subjectName,
        UUID proposingUnit,
        int year,
        NominationStatus status,
        @Nullable Verdict verdict,
        Instant updatedAt) {}
