package vn.lantoa.units.breach;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Tells of a breach; its clock runs from the moment of detection. */
@Schema(description = "What happened to personal data; without names or numbers of persons")
public record RecordBreach(
        @Schema(description = "UUIDv7; made by the service unless given") @Nullable
        UUID id,

        @Schema(examples = "Gửi nhầm danh sách đề nghị khen thưởng ra ngoài cơ quan") @NotBlank @Size(max = 200)
        String title,

        @Schema(examples = "Tệp được gửi nhầm tới một địa chỉ thư điện tử bên ngoài.") @NotBlank @Size(max = 5000)
        String description,

        @Schema(description = "Which kinds of data", examples = "Họ tên, chức vụ, ngày sinh") @NotBlank @Size(max = 500)
        String dataKinds,

        @Schema(description = "How many persons; absent while nobody knows", examples = "42") @Nullable @Min(0)
        Long affected,

        @Schema(examples = "2026-11-20T01:00:00Z") @Nullable Instant occurredAt,

        @Schema(description = "From here the clock runs", examples = "2026-11-20T02:00:00Z") @NotNull
        Instant detectedAt) {}
