package vn.lantoa.campaigns.campaign;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a campaign is about; open to change only in the draft. */
record CampaignPlan(
        String code,
        String title,
        String kind,
        String launchLevel,
        List<String> legalBasis,
        @Nullable String objective,
        List<Target> targets,
        Period period,
        boolean requiresRegistration,
        @Nullable String remark) {}
