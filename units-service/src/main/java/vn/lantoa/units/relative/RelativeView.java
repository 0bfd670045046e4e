package vn.lantoa.units.relative;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.privacy.PersonalData;
import vn.lantoa.rest.Versioned;

/** A declaration, as whoever is named in it and their offices see it. */
public record RelativeView(
        UUID id,

        @Schema(description = "Whose declaration it is") UUID person,

        @PersonalData("NAME") @Schema(examples = "Nông Thị Hoa")
        String personName,

        @PersonalData("RELATIVE") UUID relative,

        @PersonalData("NAME") @Schema(examples = "Hoàng Văn Thắng")
        String relativeName,

        @PersonalData("RELATIVE")
        @Schema(description = "What the relative is to the person; code list relative-kinds", examples = "SPOUSE")
        String kind,

        LocalDate validFrom,
        @Nullable LocalDate validTo,

        @Schema(description = "Declared by the person, who then may end it; else by an office")
        boolean byPerson,

        @Nullable UUID declaredBy,

        @PersonalData("RELATIVE")
        @Schema(
                description = "Shown to the person and to offices, not to the relative",
                examples = "Khai nhầm người trùng tên")
        @Nullable
        String endReason,

        long version,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {
    RelativeView with(@Nullable String reason) {
        return new RelativeView(
                id,
                person,
                personName,
                relative,
                relativeName,
                kind,
                validFrom,
                validTo,
                byPerson,
                declaredBy,
                reason,
                version,
                createdAt,
                updatedAt);
    }
}
