package vn.lantoa.recognition.fact;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Records an initiative, topic or the like that a competent body recognised, and how far its effect reaches. */
public record RecordInitiative(
        @Nullable UUID id,
        @NotNull UUID unit,
        @Nullable UUID person,
        @Min(1945) @Max(2100) int year,

        @NotBlank @Size(max = 500) @Schema(examples = "Số hóa hồ sơ khen thưởng cấp tỉnh")
        String title,

        @NotBlank @Size(max = 20) @Schema(description = "Code of the list `initiative-scope`", examples = "CO_SO")
        String scope,

        @NotBlank @Size(max = 300) @Schema(examples = "Quyết định công nhận sáng kiến số 88/QĐ-SNV")
        String sourceDocument,

        @Nullable LocalDate sourceDate,
        @Nullable UUID supersedes) {}
