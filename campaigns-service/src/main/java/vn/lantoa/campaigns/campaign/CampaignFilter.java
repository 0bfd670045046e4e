package vn.lantoa.campaigns.campaign;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which campaigns a list shows. */
public class CampaignFilter {
    @QueryParam("q")
    @Size(max = 100)
    @Parameter(description = "Words of the title or code, with or without diacritics", example = "nong thon moi")
    public @Nullable String q;

    @QueryParam("status")
    @Parameter(example = "LAUNCHED")
    public @Nullable CampaignStatus status;

    @QueryParam("kind")
    @Size(max = 40)
    @Parameter(example = "THEMATIC")
    public @Nullable String kind;

    @QueryParam("launchLevel")
    @Size(max = 40)
    @Parameter(description = "Who launched it: CENTRAL, PROVINCE, UNIT", example = "CENTRAL")
    public @Nullable String launchLevel;

    @QueryParam("organiser")
    public @Nullable UUID organiser;

    @QueryParam("updatedSince")
    @Parameter(description = "Only what changed at or after this instant", example = "2026-11-01T00:00:00Z")
    public @Nullable Instant updatedSince;

    @QueryParam("asOf")
    @Parameter(description = "Day whose names of units are shown; absent: today", example = "2024-06-30")
    public @Nullable LocalDate asOf;
}
