package vn.lantoa.units.breach;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.units.codelist.Label;

/** A step of the checklist, and whether it was done. */
public record BreachStep(
        @Schema(examples = "CONTAIN") String code,
        Label label,

        @Schema(examples = "Luật 91/2025/QH15; Nghị định 356/2025/NĐ-CP") @Nullable
        String legalRef,

        @Schema(description = "Absent while it is open", examples = "Đã thu hồi quyền của tài khoản.") @Nullable
        String note,

        @Nullable UUID doneBy,
        @Nullable Instant doneAt) {}
