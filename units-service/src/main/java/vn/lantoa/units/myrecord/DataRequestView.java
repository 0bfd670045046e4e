package vn.lantoa.units.myrecord;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.privacy.PersonalData;
import vn.lantoa.rest.Versioned;

/** A request about the own data, with its answer. */
public record DataRequestView(
        UUID id,
        UUID person,
        DataRequestKind kind,
        CorrectionRequestStatus status,

        @PersonalData("REQUEST")
        @Schema(
                description = "Absent once the person's key was erased",
                examples = "Đề nghị cho biết ai đã xem hồ sơ của tôi.")
        @Nullable
        String wish,

        @PersonalData("REQUEST") @Schema(examples = "Đã gửi bản sao hồ sơ và nhật ký truy cập.") @Nullable
        String answer,

        @Nullable UUID answeredBy,

        @Schema(description = "Last day for the answer, in working days of the calendar") @Nullable
        LocalDate dueOn,

        @Schema(description = "Open, and the last day is over")
        boolean overdue,

        @Schema(
                description = "What the last day follows from",
                examples = "Luật 91/2025/QH15; Nghị định 356/2025/NĐ-CP")
        @Nullable
        String legalRef,

        long version,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {}
