package vn.lantoa.units.role;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a grant is not needed any more. */
@Schema(description = "Why it is withdrawn")
public record WithdrawReviewed(
        @Schema(examples = "Đã chuyển công tác") @NotBlank @Size(max = 500)
        String reason) {}
