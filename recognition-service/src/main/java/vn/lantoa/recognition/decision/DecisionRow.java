package vn.lantoa.recognition.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A decision in a list. */
public record DecisionRow(
        UUID id,
        long version,
        UUID issuer,
        String issuerName,
        String awardType,
        DecisionStatus status,
        @Nullable String number,
        @Nullable LocalDate signedOn,
        @Nullable String legalRef,
        int nominations,
        @Nullable String remark,
        Instant updatedAt) {}
