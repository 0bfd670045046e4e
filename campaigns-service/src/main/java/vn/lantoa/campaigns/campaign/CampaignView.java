package vn.lantoa.campaigns.campaign;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.campaigns.names.UnitRef;
import vn.lantoa.rest.Versioned;

/** A campaign with its organiser as named on the day asked for. */
public record CampaignView(
        UUID id,
        String code,
        String title,
        String kind,
        String launchLevel,
        UnitRef organiser,
        List<String> legalBasis,
        @Nullable String objective,
        List<Target> targets,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        boolean requiresRegistration,
        @Nullable String remark,
        CampaignStatus status,
        @Nullable LocalDate launchedOn,
        @Nullable LocalDate closedOn,
        long version,
        Instant createdAt,
        Instant updatedAt,
        @JsonIgnore LocalDate asOf)
        implements Versioned {

    @Override
    public String variant() {
        return asOf.toString();
    }

    static CampaignView of(Campaign campaign, UnitRef organiser, LocalDate asOf) {
        var plan = campaign.plan();
        return new CampaignView(
                campaign.id(),
                plan.code(),
                plan.title(),
                plan.kind(),
                plan.launchLevel(),
                organiser,
                plan.legalBasis(),
                plan.objective(),
                plan.targets(),
                plan.period().startsOn(),
                plan.period().endsOn(),
                plan.requiresRegistration(),
                plan.remark(),
                campaign.status(),
                campaign.launchedOn(),
                campaign.closedOn(),
                campaign.version(),
                campaign.createdAt(),
                campaign.updatedAt(),
                asOf);
    }
}
