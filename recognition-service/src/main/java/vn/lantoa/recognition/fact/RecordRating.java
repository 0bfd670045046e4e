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

/** Records how a person or (without a person) a collective was rated for a year. */
public record RecordRating(
        @Nullable UUID id,

        @NotNull @Schema(description = "The collective, or the unit that the person belongs to")
        UUID unit,

        @Nullable UUID person,
        @Min(1945) @Max(2100) @Schema(examples = "2024") int year,

        @NotBlank @Size(max = 20) @Schema(description = "Code of the list `rating`", examples = "HTXS")
        String rating,

        @NotBlank @Size(max = 300) @Schema(examples = "Quyết định số 215/QĐ-SNV ngày 20/12/2024")
        String sourceDocument,

        @Nullable LocalDate sourceDate,

        @Nullable @Schema(description = "The fact that this one corrects")
        UUID supersedes) {}
