package vn.lantoa.recognition.nomination;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Refuses a nomination for good, naming the article. */
public record RejectNomination(
        @NotBlank @Size(max = 200) @Schema(examples = "Nghị định 152/2025/NĐ-CP, Điều 4")
        String legalRef,

        @NotBlank @Size(max = 2000) String reason) {}
