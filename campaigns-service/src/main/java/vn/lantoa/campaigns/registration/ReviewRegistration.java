package vn.lantoa.campaigns.registration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Reviews a confirmed registration: what is done, what is not, and the remedy. */
public record ReviewRegistration(
        @Schema(description = "UUIDv7 made by the client; made here when absent") @Nullable
        UUID id,

        @Schema(description = "Absent: today", examples = "2026-06-30") @Nullable
        LocalDate reviewedOn,

        @Schema(examples = "[\"Đã số hóa 320 hồ sơ\"]") @Size(max = 50) @Nullable
        List<@NotBlank @Size(max = 500) String> done,

        @Schema(examples = "[\"Còn 180 hồ sơ\"]") @Size(max = 50) @Nullable
        List<@NotBlank @Size(max = 500) String> undone,

        @Schema(description = "Required where something is undone", examples = "Bổ sung hai cán bộ trong quý III")
        @Size(max = 2000)
        @Nullable
        String remedy,

        @NotNull ReviewOutcome outcome) {}
