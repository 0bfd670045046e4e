package vn.lantoa.campaigns.campaign;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the audit trail keeps of a campaign. */
record CampaignSnapshot(
        UUID organiser,
        CampaignPlan plan,
        CampaignStatus status,
        @Nullable LocalDate launchedOn,
        @Nullable LocalDate closedOn,
        int version) {

    static CampaignSnapshot of(Campaign campaign) {
        return new CampaignSnapshot(
                campaign.organiser(),
                campaign.plan(),
                campaign.status(),
                campaign.launchedOn(),
                campaign.closedOn(),
                campaign.version());
    }
}
