package vn.lantoa.units.person;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.privacy.Personal;
import vn.lantoa.privacy.PersonalData;

/** Looks for who bears a number. It stands in a body, so that it comes into no address, log or history. */
@Schema(description = "An identity number to look for")
public record SearchByIdentity(
        @PersonalData("IDENTITY_NUMBER")
        @Schema(examples = "004080001234")
        @Personal
        @NotNull
        @Pattern(regexp = RegisterPerson.IDENTITY_NUMBER)
        String identityNumber,

        @Schema(description = "Why; the person can read it", examples = "Đối chiếu hồ sơ khen thưởng")
        @Nullable
        @Size(max = 200)
        String purpose) {
    /** Personal values stay out of logs. */
    @Override
    public String toString() {
        return "SearchByIdentity[]";
    }
}
