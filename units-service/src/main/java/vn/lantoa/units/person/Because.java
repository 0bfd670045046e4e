package vn.lantoa.units.person;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why something is done that must be explained. */
@Schema(description = "The reason, kept in the audit trail")
public record Because(
        @Schema(examples = "Hai người trùng họ tên, đã xác minh lại") @NotBlank @Size(max = 500)
        String reason) {}
