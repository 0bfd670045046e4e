package vn.lantoa.units.membership;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Takes back a membership that should never have been recorded. */
@Schema(description = "Why the membership was recorded wrongly")
public record AnnulMembership(
        @Schema(examples = "Ghi nhầm người trùng họ tên") @NotBlank @Size(max = 300)
        String reason) {}
