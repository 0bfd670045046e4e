package vn.lantoa.campaigns.response;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.campaigns.campaign.Target;

/** A unit takes up a campaign with targets of its own. */
public record GiveResponse(
        @Schema(description = "UUIDv7 made by the client; made here when absent") @Nullable
        UUID id,

        @NotNull UUID unit,

        @Schema(description = "Day of the response when it is recorded later; absent: today", examples = "2026-02-10")
        @Nullable
        LocalDate respondedOn,

        @Size(max = 50) @Nullable List<@NotNull @Valid Target> targets,

        @Schema(examples = "Toàn thể chi hội hưởng ứng") @Size(max = 2000) @Nullable
        String note) {}
