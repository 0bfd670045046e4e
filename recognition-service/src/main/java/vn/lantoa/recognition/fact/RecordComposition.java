package vn.lantoa.recognition.fact;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Records how many members a collective had in a year, and how many of them completed their tasks, hold a title, … */
public record RecordComposition(
        @Nullable UUID id,
        @NotNull UUID unit,
        @Min(1945) @Max(2100) int year,
        @Min(1) @Max(1000000) int members,

        @NotNull
        @Size(max = 20)
        @Schema(
                description = "Members by code of the list `composition`",
                examples = "{\"COMPLETED_TASKS\": 10, \"LDTT\": 7, \"CSTDCS\": 1}")
        Map<@NotBlank @Size(max = 20) String, @NotNull @Min(0) Integer> counts,

        @NotBlank @Size(max = 300) String sourceDocument,
        @Nullable LocalDate sourceDate,
        @Nullable UUID supersedes) {}
