package vn.lantoa.recognition.nomination;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Records the result of a council's vote from its minutes. Totals only: who voted how is nobody's business. */
public record RecordVote(
        @NotNull LocalDate heldOn,

        @NotBlank @Size(max = 100) @Schema(examples = "12/BB-HĐTĐKT")
        String minutesNumber,

        @Min(1) @Max(1000) @Schema(description = "Members of the council", examples = "20")
        int members,

        @Min(0) @Max(1000) @Schema(description = "Members present", examples = "18")
        int present,

        @Min(0) @Max(1000) @Schema(description = "Absent members who answered in writing", examples = "2")
        int written,

        @Min(0) @Max(1000) @Schema(examples = "18") int yes,
        @Min(0) @Max(1000) @Schema(examples = "2") int no) {}
