package vn.lantoa.campaigns.campaign;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Closes a campaign; the body may be left out. */
public record CloseCampaign(
        @Schema(description = "Day of the closing when it is recorded later; absent: today", examples = "2026-12-20")
        @Nullable
        LocalDate closedOn,

        @Schema(examples = "Đã tổng kết năm 2026") @Size(max = 2000) @Nullable
        String reason) {}
