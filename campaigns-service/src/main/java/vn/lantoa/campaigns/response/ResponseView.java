package vn.lantoa.campaigns.response;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.campaigns.campaign.Target;
import vn.lantoa.campaigns.names.UnitRef;

/** What a unit answered to a campaign. */
public record ResponseView(
        UUID id,
        UUID campaign,
        UnitRef unit,
        LocalDate respondedOn,
        List<Target> targets,
        @Nullable String note,
        Instant createdAt) {}
