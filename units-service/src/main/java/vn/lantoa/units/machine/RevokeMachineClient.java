package vn.lantoa.units.machine;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Shuts another system out at once. */
@Schema(description = "Why a machine client is shut out")
public record RevokeMachineClient(
        @Schema(examples = "Lộ khóa truy cập") @NotBlank @Size(max = 1000)
        String reason) {}
