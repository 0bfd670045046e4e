package vn.lantoa.units.transfer;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Says no, and why. */
@Schema(description = "The reason of a refusal")
public record DeclineTransfer(
        @Schema(examples = "Chưa có vị trí việc làm phù hợp") @NotBlank @Size(max = 1000)
        String reason) {}
