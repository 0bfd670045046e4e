package vn.lantoa.recognition.award;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.privacy.PersonalData;

/** What a signed decision grants to one subject. */
public record Grant(
        String awardType,
        @Nullable String category,
        @Nullable String occasion,
        @Nullable UUID person,
        UUID unit,
        @PersonalData("NAME") String recipientName,
        String unitName,
        int year,
        UUID decision,
        UUID nomination,
        UUID issuer,
        String issuerName,
        String number,
        LocalDate decidedOn,
        String legalRef,
        boolean published,
        boolean sample) {}
