package vn.lantoa.units.membership;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.privacy.PersonalData;
import vn.lantoa.units.unit.Codes;

/** A person begins to belong to a unit. */
@Schema(description = "A membership to begin")
public record StartMembership(
        @Schema(description = "UUIDv7; made by the service unless given") @Nullable
        UUID id,

        @NotNull UUID unit,

        @PersonalData("PARTY_MEMBERSHIP")
        @Schema(description = "Code list lines; ADMINISTRATIVE unless given", examples = "ADMINISTRATIVE")
        @Nullable
        @Pattern(regexp = Codes.CODE)
        String line,

        @Schema(description = "PRIMARY unless given; of those a person has one per line and day") @Nullable
        MembershipKind kind,

        @Schema(description = "Today unless given", examples = "2025-07-01") @Nullable
        LocalDate validFrom,

        @Schema(description = "Exclusive: the day after the last; as long as the unit exists unless given") @Nullable
        LocalDate validTo,

        @Schema(description = "Why, as a code", examples = "RECRUITED") @Nullable @Pattern(regexp = Codes.CODE)
        String reason,

        @Schema(description = "The document behind it", examples = "Quyết định 15/QĐ-SNV")
        @Nullable
        @Size(min = 1, max = 300)
        String document) {
    String lineOrDefault() {
        return line == null ? Membership.DEFAULT_LINE : line;
    }

    MembershipKind kindOrDefault() {
        return kind == null ? MembershipKind.PRIMARY : kind;
    }
}
