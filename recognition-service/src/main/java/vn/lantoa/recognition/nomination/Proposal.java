package vn.lantoa.recognition.nomination;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.privacy.PersonalData;

/**
 * Whom and what a nomination is about; fixed for its life.
 *
 * @param confidential whom it is about is not told in events
 */
record Proposal(
        UUID id,
        String awardType,
        @Nullable String category,
        @Nullable UUID person,
        UUID unit,
        UUID proposingUnit,
        @PersonalData("NAME") String subjectName,
        String unitName,
        int year,
        LocalDate proposedOn,
        boolean confidential) {}
