package vn.lantoa.units.profile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a unit told of itself in a period. */
@Schema(description = "What a unit tells of itself in a period")
public record ProfileView(
        UUID unit,
        @Nullable String history,
        @Nullable String functions,
        Contacts contacts,
        @Nullable LocalDate validFrom,

        @Schema(description = "Exclusive: the day after the last") @Nullable
        LocalDate validTo,

        Instant updatedAt) {}
