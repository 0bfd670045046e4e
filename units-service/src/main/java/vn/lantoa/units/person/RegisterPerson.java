package vn.lantoa.units.person;

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

/** Enters a person, or a recipient that is none, into the register. Birth date and identity number are kept encrypted only. */
@Schema(description = "A person, household, group or enterprise to enter into the register")
public record RegisterPerson(
        @Schema(description = "UUIDv7; made by the service unless given") @Nullable
        UUID id,

        @PersonalData("NAME") @Schema(examples = "Nông Thị Hoa") @NotBlank @Size(max = 200)
        String name,

        @PersonalData("BIRTH_DATE") @Schema(examples = "1980-05-19") @Personal @Nullable
        LocalDate birthDate,

        @PersonalData("IDENTITY_NUMBER")
        @Schema(description = "Citizen identity number, 9 or 12 digits", examples = "004080001234")
        @Personal
        @Nullable
        @Pattern(regexp = IDENTITY_NUMBER)
        String identityNumber,

        @Schema(description = "INDIVIDUAL unless given") @Nullable
        PersonKind kind,

        @PersonalData("OTHER_NAME")
        @Schema(description = "Former names and names used beside the present one")
        @Nullable
        @Size(max = 20)
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

        @PersonalData("DEATH") @Schema(examples = "2024-09-10") @Nullable
        LocalDate diedOn,

        @PersonalData("NATIONALITY")
        @Schema(description = "Of a foreigner: ISO 3166 in two letters", examples = "LA")
        @Nullable
        @Pattern(regexp = COUNTRY)
        String nationality,

        @PersonalData("TAX_CODE")
        @Schema(description = "Of an enterprise", examples = "4800123456")
        @Nullable
        @Pattern(regexp = TAX_CODE)
        String taxCode,

        @Schema(description = "The unit an enterprise is, or where a household or group is at home") @Nullable
        UUID unit,

        @Schema(description = "Persons of a household or group") @Nullable @Size(max = 200)
        List<@NotNull UUID> members) {
    public static final String IDENTITY_NUMBER = "\\d{9}|\\d{12}";
    public static final String COUNTRY = "[A-Z]{2}";
    public static final String TAX_CODE = "\\d{10}(-\\d{3})?";

    /** An individual of whom nothing more is known. */
    public RegisterPerson(
            @Nullable UUID id, String name, @Nullable LocalDate birthDate, @Nullable String identityNumber) {
        this(id, name, birthDate, identityNumber, null, null, null, null, null, null, null, null, null, null);
    }

    CorrectPerson content() {
        return new CorrectPerson(
                name,
                kind == null ? PersonKind.INDIVIDUAL : kind,
                otherNames,
                staffCode,
                gender,
                ethnicGroup,
                birthDate,
                identityNumber,
                diedOn,
                nationality,
                taxCode,
                unit,
                members);
    }

    /**
     * What the kind of recipient allows, and days that can be.
     *
     * @throws vn.lantoa.problems.Invalid 422 {@code invalid-person} with every field that does not fit
     */
    public void requireFits(LocalDate today) {
        Person.requireFits(content(), today);
    }

    /** Personal values stay out of logs. */
    @Override
    public String toString() {
        return "RegisterPerson[id=" + id + "]";
    }
}
