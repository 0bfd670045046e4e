package vn.lantoa.units.relative;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.lantoa.privacy.Personal;
import vn.lantoa.privacy.PersonalData;

/** Says from when on somebody is a relative no longer, and why; also where they never were. */
@Schema(description = "When a declaration ends, and why")
public record EndRelative(
        @Schema(description = "Exclusive: the day after the last; today or later", examples = "2030-01-01") @NotNull
        LocalDate validTo,

        @Personal
        @PersonalData("RELATIVE")
        @Schema(description = "Kept encrypted only", examples = "Khai nhầm người trùng tên")
        @NotBlank
        @Size(max = 500)
        String reason) {
    /** Personal values stay out of logs. */
    @Override
    public String toString() {
        return "EndRelative[validTo=" + validTo + "]";
    }
}
