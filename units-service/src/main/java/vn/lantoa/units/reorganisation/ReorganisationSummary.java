package vn.lantoa.units.reorganisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the list of reorganisations. */
public record ReorganisationSummary(
        UUID id,
        ReorganisationStatus status,
        LegalDocument document,
        LocalDate effectiveOn,
        int operations,
        @Nullable Instant enactedAt,
        long version,
        Instant updatedAt) {}
