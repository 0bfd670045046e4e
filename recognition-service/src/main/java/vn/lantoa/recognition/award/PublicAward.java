package vn.lantoa.recognition.award;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.privacy.PersonalData;

/** An award as published: name, unit, title, decision. No ids of persons, nothing else about them. */
public record PublicAward(
        UUID id,
        String awardType,
        String awardNameVi,
        String awardNameEn,
        @Nullable String occasion,
        @PersonalData("NAME") String recipientName,
        String unitName,
        int year,
        String issuerName,
        String decisionNumber,
        LocalDate decidedOn,
        @Nullable String remark) {}
