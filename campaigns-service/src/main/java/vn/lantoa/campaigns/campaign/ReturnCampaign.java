package vn.lantoa.campaigns.campaign;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Sends a submitted campaign back to its draft. */
public record ReturnCampaign(
        @Schema(examples = "Chưa nêu căn cứ pháp lý") @NotBlank @Size(max = 2000)
        String reason) {}
