package vn.lantoa.campaigns.campaign;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Launches a campaign; the body may be left out. */
public record LaunchCampaign(
        @Schema(description = "Day of the launch when it is recorded later; absent: today", examples = "2026-01-15")
        @Nullable
        LocalDate launchedOn) {}
