package vn.lantoa.campaigns.registration;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.campaigns.campaign.Target;
import vn.lantoa.campaigns.names.PersonRef;
import vn.lantoa.campaigns.names.UnitRef;
import vn.lantoa.rest.Versioned;

/** A registration with names as of the day asked for; without a person the unit itself registers. */
public record RegistrationView(
        UUID id,
        CampaignRef campaign,
        UnitRef unit,
        @Nullable PersonRef person,
        int year,
        LocalDate registeredOn,
        List<String> titlesAimedAt,
        List<String> tasks,
        List<Target> targets,
        RegistrationStatus status,
        @Nullable String returnReason,
        @Nullable ReviewOutcome outcome,
        long version,
        Instant createdAt,
        Instant updatedAt,
        @JsonIgnore LocalDate asOf)
        implements Versioned {

    @Override
    public String variant() {
        return asOf.toString();
    }

    static RegistrationView of(
            Registration registration, CampaignRef campaign, UnitRef unit, @Nullable PersonRef person, LocalDate asOf) {
        var content = registration.content();
        return new RegistrationView(
                registration.id(),
                campaign,
                unit,
                person,
                registration.year(),
                registration.registeredOn(),
                content.titlesAimedAt(),
                content.tasks(),
                content.targets(),
                registration.status(),
                registration.returnReason(),
                registration.outcome(),
                registration.version(),
                registration.createdAt(),
                registration.updatedAt(),
                asOf);
    }
}
