package vn.lantoa.units.breach;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A row of the register of breaches. */
public record DataBreachSummary(
        UUID id,

        @Schema(examples = "Gửi nhầm danh sách đề nghị khen thưởng ra ngoài cơ quan")
        String title,

        Instant detectedAt,
        Instant dueAt,

        @Schema(description = "The authority was not notified and the last moment is over")
        boolean overdue,

        @Nullable Instant notifiedAt,
        @Nullable Instant closedAt,
        long version) {}
