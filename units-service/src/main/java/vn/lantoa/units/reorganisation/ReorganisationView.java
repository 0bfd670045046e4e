package vn.lantoa.units.reorganisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.rest.Versioned;

/** A reorganisation with everything it does. */
@Schema(description = "A reorganisation")
public record ReorganisationView(
        UUID id,
        ReorganisationStatus status,
        LegalDocument document,
        LocalDate effectiveOn,

        @Schema(description = "As drafted; every result carries the id that its unit has once enacted")
        List<Operation> operations,

        @Nullable String remark,
        @Nullable Instant enactedAt,
        @Nullable Instant annulledAt,

        @Schema(description = "By which document it was annulled", examples = "1702/NQ-UBTVQH15") @Nullable
        String annulmentDocument,

        @Schema(examples = "Ban hành nhầm phụ lục") @Nullable
        String annulmentReason,

        long version,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {}
