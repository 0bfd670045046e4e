package vn.lantoa.campaigns.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.DomainEvent;
import vn.lantoa.events.campaigns.CampaignApproved;
import vn.lantoa.events.campaigns.CampaignClosed;
import vn.lantoa.events.campaigns.CampaignDrafted;
import vn.lantoa.events.campaigns.CampaignEvent;
import vn.lantoa.events.campaigns.CampaignLaunched;
import vn.lantoa.events.campaigns.CampaignSubmitted;
import vn.lantoa.outbox.Announcer;

/** Tells again how a campaign stands. */
@ApplicationScoped
class CampaignAnnouncer implements Announcer {
    private final Campaigns campaigns;

    CampaignAnnouncer(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    @Override
    public String kind() {
        return "campaign";
    }

    @Override
    public String table() {
        return "campaign";
    }

    @Override
    public Optional<DomainEvent> current(UUID id, Act announcing) {
        return campaigns.findByIdOptional(id).map(campaign -> event(campaign, announcing));
    }

    private static CampaignEvent event(Campaign campaign, Act act) {
        var id = campaign.id();
        var state = campaign.state();
        return switch (campaign.status()) {
            case DRAFT -> new CampaignDrafted(id, act, state);
            case SUBMITTED -> new CampaignSubmitted(id, act, state);
            case APPROVED -> new CampaignApproved(id, act, state);
            case LAUNCHED -> new CampaignLaunched(id, act, state);
            case CLOSED -> new CampaignClosed(id, act, state);
        };
    }
}
