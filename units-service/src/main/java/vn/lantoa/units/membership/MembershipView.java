package vn.lantoa.units.membership;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.privacy.PersonalData;
import vn.lantoa.rest.Versioned;

/** A person belongs to a unit. */
@Schema(description = "A membership: person, unit, line, period")
public record MembershipView(
        UUID id,
        UUID person,

        @PersonalData("NAME") @Schema(description = "In lists of a unit", examples = "Nông Thị Hoa") @Nullable
        String personName,

        @PersonalData("MEMBERSHIP") UUID unit,

        @Schema(description = "In lists; on the day asked for, or as it was called last", examples = "Xã Minh Khai")
        @Nullable
        String unitName,

        @PersonalData("PARTY_MEMBERSHIP") @Schema(examples = "ADMINISTRATIVE")
        String line,

        MembershipKind kind,
        @Nullable LocalDate validFrom,

        @Schema(description = "Exclusive: the day after the last") @Nullable
        LocalDate validTo,

        @Schema(
                description = "Why it began, as a code; REORGANISATION and TRANSFER are set by the service",
                examples = "RECRUITED")
        @Nullable
        String reason,

        @Schema(examples = "Quyết định 15/QĐ-SNV") @Nullable String document,

        @Schema(description = "Why it ended, as a code", examples = "RETIRED") @Nullable
        String endReason,

        @Schema(description = "The reorganisation that moved the person here") @Nullable
        UUID reorganisation,

        @Schema(description = "The transfer that brought the person here") @Nullable
        UUID transfer,

        @Schema(description = "The membership that this one goes on from") @Nullable
        UUID succeeds,

        @Schema(description = "When it was taken back as never true; then it holds on no day") @Nullable
        Instant annulledAt,

        long version,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {}
