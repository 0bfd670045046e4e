package vn.lantoa.campaigns.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import vn.lantoa.access.Caller;
import vn.lantoa.campaigns.duty.Duties;
import vn.lantoa.problems.NotFound;

/** Who may see a campaign and act on it. */
@ApplicationScoped
class CampaignRights {
    private static final String READ = "campaign.read";

    private final Caller caller;
    private final Duties duties;

    CampaignRights(Caller caller, Duties duties) {
        this.caller = caller;
        this.duties = duties;
    }

    /** @throws NotFound before its launch, to those who may not read it where its organiser stands */
    void requireReadable(Campaign campaign) {
        if (campaign.status().hidden() && !caller.may(READ, campaign.organiser())) {
            throw new NotFound("campaign-not-found", campaign.id());
        }
    }

    /**
     * @throws NotFound to whom its existence is not theirs to know
     * @throws vn.lantoa.problems.Forbidden 403 {@code outside-your-units}, {@code duties-exclude-each-other}
     */
    void require(String permission, Campaign campaign) {
        requireReadable(campaign);
        require(permission, campaign.organiser());
    }

    /** For a campaign that there is not yet. */
    void require(String permission, UUID organiser) {
        caller.require(permission, organiser);
        duties.check(permission);
    }
}
