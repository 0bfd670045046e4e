package vn.lantoa.campaigns.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import vn.lantoa.audit.Audit;
import vn.lantoa.campaigns.names.Names;
import vn.lantoa.events.Act;
import vn.lantoa.events.campaigns.CampaignEvent;
import vn.lantoa.outbox.Outbox;
import vn.lantoa.rest.Today;

/** What every change of a campaign leaves behind: its act on the timeline, an audit entry, an event. */
@ApplicationScoped
class CampaignChanges {
    private final Campaigns campaigns;
    private final Audit audit;
    private final Outbox outbox;
    private final Names names;
    private final Today today;

    CampaignChanges(Campaigns campaigns, Audit audit, Outbox outbox, Names names, Today today) {
        this.campaigns = campaigns;
        this.audit = audit;
        this.outbox = outbox;
        this.names = names;
        this.today = today;
    }

    /** Keeps a new campaign. */
    CampaignView keepNew(Campaign campaign, CampaignEvent event) {
        campaigns.persistAndFlush(campaign);
        return leaveTraces(campaign, null, event);
    }

    /** Keeps what an act changed. */
    CampaignView keep(Campaign campaign, CampaignSnapshot before, CampaignEvent event) {
        campaigns.flush();
        return leaveTraces(campaign, before, event);
    }

    void forget(Campaign campaign, CampaignSnapshot before, CampaignEvent event) {
        campaigns.delete(campaign);
        campaigns.flush();
        audit.record("campaign.discard", "campaign", campaign.id(), before, null);
        outbox.publish(event);
    }

    private CampaignView leaveTraces(Campaign campaign, @Nullable CampaignSnapshot before, CampaignEvent event) {
        var act = (Act) event.change();
        campaigns.remember(campaign.id(), act);
        var after = CampaignSnapshot.of(campaign);
        audit.record("campaign." + act.act(), "campaign", campaign.id(), before, after);
        outbox.publish(event);
        var day = today.day();
        return CampaignView.of(campaign, names.unit(campaign.organiser(), day), day);
    }
}
