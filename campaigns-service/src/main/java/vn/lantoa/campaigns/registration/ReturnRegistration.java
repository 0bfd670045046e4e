package vn.lantoa.campaigns.registration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Sends a submitted registration back. */
public record ReturnRegistration(
        @Schema(examples = "Chỉ tiêu chưa đo được") @NotBlank @Size(max = 2000)
        String reason) {}
