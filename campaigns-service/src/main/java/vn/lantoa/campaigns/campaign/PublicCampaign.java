package vn.lantoa.campaigns.campaign;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.campaigns.names.UnitRef;

/** What everybody may know of a launched or closed campaign. */
public record PublicCampaign(
        UUID id,
        String code,
        String title,
        String kind,
        String launchLevel,
        UnitRef organiser,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable String remark,
        CampaignStatus status,
        @Nullable LocalDate launchedOn,
        @Nullable LocalDate closedOn) {

    static PublicCampaign of(CampaignRow row) {
        return new PublicCampaign(
                row.id(),
                row.code(),
                row.title(),
                row.kind(),
                row.launchLevel(),
                row.organiser(),
                row.startsOn(),
                row.endsOn(),
                row.remark(),
                row.status(),
                row.launchedOn(),
                row.closedOn());
    }
}
