package vn.lantoa.units.role;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A look at who holds what over a unit; the counts are of what the reader may see. */
public record AccessReviewView(
        UUID id,

        @Schema(description = "Absent: the grants over the whole installation") @Nullable
        UUID unit,

        @Schema(examples = "2026-Q4") String quarter,
        LocalDate dueOn,

        @Schema(description = "Absent where it began by itself with the quarter") @Nullable
        UUID startedBy,

        @Schema(description = "Grants that nobody has looked at", examples = "3")
        int open,

        @Schema(examples = "12") int total,

        @Schema(description = "Something is open although its day is over", examples = "false")
        boolean overdue,

        Instant createdAt) {}
