package vn.lantoa.units.myrecord;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.privacy.PersonalData;

/** A row of the list of requests; the wish is read one by one. */
public record DataRequestSummary(
        UUID id,
        UUID person,

        @PersonalData("NAME") @Schema(examples = "Nông Thị Hoa")
        String personName,

        DataRequestKind kind,
        CorrectionRequestStatus status,

        @Schema(description = "Last day for the answer") @Nullable
        LocalDate dueOn,

        @Schema(description = "Open, and the last day is over")
        boolean overdue,

        long version,
        Instant createdAt,
        Instant updatedAt) {}
