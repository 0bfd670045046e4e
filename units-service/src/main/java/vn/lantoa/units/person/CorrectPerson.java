package vn.lantoa.units.person;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.privacy.Personal;
import vn.lantoa.privacy.PersonalData;
import vn.lantoa.units.unit.Codes;

/**
 * The whole content of a record, for a merge patch: what is left out stays, null takes away, a list replaces the list. In
 * the audit trail the sensitive components stand only under the person's key.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Merge patch of a record: what is left out stays, null takes away, a list replaces the list")
public record CorrectPerson(
        @PersonalData("NAME") @Schema(examples = "Nông Thị Hoa") @NotBlank @Size(max = 200)
        String name,

        @NotNull PersonKind kind,

        @PersonalData("OTHER_NAME") @Schema(description = "Replaces all other names") @Nullable @Size(max = 20)
        List<@NotNull @Valid OtherName> otherNames,

        @PersonalData("STAFF_CODE")
        @Schema(description = "Code among the staff of the province; one person each", examples = "CB-04-01234")
        @Nullable
        @Pattern(regexp = Codes.IDENTIFIER)
        String staffCode,

        @PersonalData("GENDER") @Schema(description = "MALE, FEMALE or OTHER", examples = "FEMALE") @Personal @Nullable
        Gender gender,

        @PersonalData("ETHNIC_GROUP")
        @Schema(description = "Code list ethnic-groups", examples = "TAY")
        @Personal
        @Nullable
        @Pattern(regexp = Codes.CODE)
        String ethnicGroup,

        @PersonalData("BIRTH_DATE")
        @Schema(description = "Kept encrypted only", examples = "1980-05-19")
        @Personal
        @Nullable
        LocalDate birthDate,

        @PersonalData("IDENTITY_NUMBER")
        @Schema(description = "9 or 12 digits, kept encrypted only", examples = "004080001234")
        @Personal
        @Nullable
        @Pattern(regexp = RegisterPerson.IDENTITY_NUMBER)
        String identityNumber,

        @PersonalData("DEATH") @Schema(examples = "2024-09-10") @Nullable
        LocalDate diedOn,

        @PersonalData("NATIONALITY")
        @Schema(description = "Of a foreigner: ISO 3166 in two letters", examples = "LA")
        @Nullable
        @Pattern(regexp = RegisterPerson.COUNTRY)
        String nationality,

        @PersonalData("TAX_CODE")
        @Schema(description = "Of an enterprise", examples = "4800123456")
        @Nullable
        @Pattern(regexp = RegisterPerson.TAX_CODE)
        String taxCode,

        @Schema(description = "The unit an enterprise is, or where a household or group is at home") @Nullable
        UUID unit,

        @Schema(description = "Persons of a household or group; replaces all") @Nullable @Size(max = 200)
        List<@NotNull UUID> members) {
    /** Personal values stay out of logs. */
    @Override
    public String toString() {
        return "CorrectPerson[]";
    }
}
