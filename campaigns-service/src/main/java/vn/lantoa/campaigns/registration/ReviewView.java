package vn.lantoa.campaigns.registration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.campaigns.names.PersonRef;

/** A review of a registration. */
public record ReviewView(
        UUID id,
        UUID registration,
        LocalDate reviewedOn,
        List<String> done,
        List<String> undone,
        @Nullable String remedy,
        ReviewOutcome outcome,
        PersonRef reviewer,
        Instant createdAt) {}
