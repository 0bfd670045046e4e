package vn.lantoa.campaigns.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.campaigns.names.UnitRef;

/** A campaign in a list. */
public record CampaignRow(
        UUID id,
        String code,
        String title,
        String kind,
        String launchLevel,
        UnitRef organiser,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        boolean requiresRegistration,
        @Nullable String remark,
        CampaignStatus status,
        @Nullable LocalDate launchedOn,
        @Nullable LocalDate closedOn,
        long version,
        Instant createdAt,
        Instant updatedAt) {}
