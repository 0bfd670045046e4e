package vn.lantoa.recognition.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.rest.Versioned;

/** A decision; once signed it names its signer, the article that gave the authority, and its awards. */
public record DecisionView(
        UUID id,
        long version,
        UUID issuer,

        @Schema(description = "Name of the issuer when drafted, or on the day of signature")
        String issuerName,

        String awardType,
        DecisionStatus status,
        @Nullable String number,
        @Nullable LocalDate signedOn,
        @Nullable String place,
        @Nullable UUID signer,
        @Nullable String signerPost,

        @Nullable @Schema(examples = "Luật 06/2022/QH15, Điều 79")
        String legalRef,

        @Nullable String content,
        boolean sample,
        @Nullable @Schema(examples = "SAMPLE") String remark,
        List<UUID> nominations,
        List<GrantedAward> awards,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {}
