package vn.lantoa.recognition.award;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.privacy.PersonalData;
import vn.lantoa.rest.Versioned;

/** An award: who, what, by which decision. Names are those of the day of the decision. */
public record AwardView(
        UUID id,
        @Schema(examples = "P_GK") String awardType,
        @Schema(examples = "Giấy khen của đảng ủy") String awardNameVi,
        String awardNameEn,
        @Nullable String category,
        @Nullable String occasion,
        UUID unit,
        String unitName,
        @Nullable UUID person,
        @PersonalData("NAME") String recipientName,
        int year,
        UUID decision,
        @Schema(examples = "125-QĐ/ĐUK") String decisionNumber,
        LocalDate decidedOn,
        UUID issuer,
        String issuerName,
        String legalRef,
        String status,
        @Schema(examples = "LT-2023-000001") String certificateSerial,

        @Schema(description = "True when it was granted to a predecessor of the unit asked for")
        boolean inherited,

        boolean sample,
        @Nullable @Schema(examples = "SAMPLE") String remark,
        Instant createdAt)
        implements Versioned {

    /** Awards never change. */
    @Override
    public long version() {
        return 0;
    }
}
