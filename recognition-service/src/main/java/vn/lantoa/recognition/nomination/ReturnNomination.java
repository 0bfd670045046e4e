package vn.lantoa.recognition.nomination;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Sends a nomination back to who proposed it, naming the article. */
public record ReturnNomination(
        @NotBlank @Size(max = 200) @Schema(examples = "Luật 06/2022/QH15, Điều 23")
        String legalRef,

        @NotBlank @Size(max = 2000) @Schema(examples = "Thiếu quyết định công nhận sáng kiến cấp cơ sở")
        String reason) {}
