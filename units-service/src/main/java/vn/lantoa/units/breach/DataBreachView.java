package vn.lantoa.units.breach;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.rest.Versioned;

/** A breach with its clock and its checklist. */
public record DataBreachView(
        UUID id,

        @Schema(examples = "Gửi nhầm danh sách đề nghị khen thưởng ra ngoài cơ quan")
        String title,

        @Schema(examples = "Tệp được gửi nhầm tới một địa chỉ bên ngoài.")
        String description,

        @Schema(examples = "Họ tên, chức vụ, ngày sinh") String dataKinds,
        @Nullable Long affected,
        @Nullable Instant occurredAt,
        Instant detectedAt,

        @Schema(description = "Last moment for notifying the authority")
        Instant dueAt,

        @Schema(description = "The authority was not notified and the last moment is over")
        boolean overdue,

        @Schema(examples = "Luật 91/2025/QH15; Nghị định 356/2025/NĐ-CP")
        String legalRef,

        @Nullable Instant notifiedAt,

        @Schema(examples = "Cục An ninh mạng và phòng, chống tội phạm sử dụng công nghệ cao") @Nullable
        String authority,

        @Schema(examples = "Công văn 88/SNV-VP") @Nullable String document,
        @Nullable String lateReason,
        List<BreachStep> steps,
        @Nullable String outcome,
        @Nullable Instant closedAt,
        long version,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {
    static DataBreachView of(DataBreach breach, List<BreachStep> steps, Instant now) {
        return new DataBreachView(
                breach.id(),
                breach.title(),
                breach.description(),
                breach.dataKinds(),
                breach.affected(),
                breach.occurredAt(),
                breach.detectedAt(),
                breach.dueAt(),
                breach.overdue(now),
                breach.legalRef(),
                breach.notifiedAt(),
                breach.authority(),
                breach.document(),
                breach.lateReason(),
                steps,
                breach.outcome(),
                breach.closedAt(),
                breach.version(),
                breach.createdAt(),
                breach.updatedAt());
    }
}
