package vn.lantoa.events.campaigns;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.DomainEvent;

/** The life of a campaign. */
public sealed interface CampaignEvent extends DomainEvent
        permits CampaignDrafted, CampaignSubmitted, CampaignApproved, CampaignLaunched, CampaignClosed {
    @Override
    CampaignState state();

    @Override
    default @Nullable UUID scopeUnit() {
        return state().organiser();
    }
}
