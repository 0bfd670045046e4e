package vn.lantoa.campaigns.registration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.campaigns.names.PersonRef;
import vn.lantoa.campaigns.names.UnitRef;

/** A registration in a list. */
public record RegistrationRow(
        UUID id,
        CampaignRef campaign,
        UnitRef unit,
        @Nullable PersonRef person,
        int year,
        LocalDate registeredOn,
        List<String> titlesAimedAt,
        RegistrationStatus status,
        @Nullable ReviewOutcome outcome,
        long version,
        Instant createdAt,
        Instant updatedAt) {}
