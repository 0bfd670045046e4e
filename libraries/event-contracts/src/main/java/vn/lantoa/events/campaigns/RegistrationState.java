package vn.lantoa.events.campaigns;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A unit or a person of a unit registers for a campaign and a year. {@code outcome} is what the review found. */
public record RegistrationState(
        UUID id,
        UUID campaign,
        UUID unit,
        @Nullable UUID person,
        int year,
        String status,
        List<String> titlesAimedAt,
        @Nullable String outcome) {}
