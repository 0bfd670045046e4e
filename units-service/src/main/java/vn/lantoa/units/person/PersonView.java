package vn.lantoa.units.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.privacy.PersonalData;
import vn.lantoa.rest.Versioned;

/** A person; sealed values only masked. */
@Schema(description = "A person or other recipient; birth date and identity number only masked")
public record PersonView(
        UUID id,
        PersonKind kind,

        @PersonalData("NAME") @Schema(examples = "Nông Thị Hoa")
        String name,

        @PersonalData("OTHER_NAME") @Schema(description = "The latest first")
        List<OtherName> otherNames,

        @PersonalData("STAFF_CODE") @Schema(examples = "CB-04-01234") @Nullable
        String staffCode,

        @PersonalData("GENDER") @Schema(examples = "FEMALE") @Nullable
        Gender gender,

        @PersonalData("ETHNIC_GROUP") @Schema(description = "Code list ethnic-groups", examples = "TAY") @Nullable
        String ethnicGroup,

        @PersonalData("BIRTH_DATE") @Schema(examples = "1980-**-**") @Nullable
        String birthDate,

        @PersonalData("IDENTITY_NUMBER") @Schema(examples = "*********234") @Nullable
        String identityNumber,

        @PersonalData("DEATH") @Nullable LocalDate diedOn,

        @PersonalData("NATIONALITY") @Schema(examples = "LA") @Nullable
        String nationality,

        @PersonalData("TAX_CODE") @Schema(examples = "4800123456") @Nullable
        String taxCode,

        @Schema(description = "The unit an enterprise is, or where a household or group is at home") @Nullable
        UUID unit,

        @Schema(description = "Of a household or group") List<MemberView> members,

        @Schema(description = "The record that this one was merged into") @Nullable
        UUID mergedInto,

        @Schema(description = "When what was sealed was erased") @Nullable
        Instant erasedAt,

        long version,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {
    /** Somebody who belongs to a household or did the deed of a group. */
    public record MemberView(
            UUID id, @Schema(examples = "Hoàng Văn Thụ") String name) {}
}
