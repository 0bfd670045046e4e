package vn.lantoa.recognition.award;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.privacy.PersonalData;

/** What the public may know of a certificate: with the serial alone only that it exists, with its check code all below. */
public record CertificateCheck(
        @Schema(examples = "LT-2023-000001") String serial,
        boolean exists,
        @Nullable Boolean valid,

        @PersonalData("NAME") @Nullable @Schema(examples = "Đảng bộ Sở Nội vụ")
        String recipientName,

        @Nullable String unitName,
        @Nullable @Schema(examples = "P_GK") String awardType,

        @Nullable @Schema(examples = "Giấy khen của đảng ủy")
        String awardNameVi,

        @Nullable String awardNameEn,
        @Nullable String occasion,
        @Nullable Integer year,

        @Nullable @Schema(description = "Who commended, by the name of that day")
        String issuerName,

        @Nullable @Schema(description = "Who stands for the issuer today, where it is no longer the same")
        List<String> issuerSuccessors,

        @Nullable @Schema(description = "Who stands for the recipient's unit today, where it is no longer the same")
        List<String> unitSuccessors,

        @Nullable @Schema(examples = "125-QĐ/ĐUK") String decisionNumber,
        @Nullable LocalDate decidedOn,
        @Nullable String legalRef,
        @Nullable @Schema(examples = "SAMPLE") String remark) {}
