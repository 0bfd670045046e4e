package vn.lantoa.units.relative;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.privacy.Personal;
import vn.lantoa.privacy.PersonalData;
import vn.lantoa.units.unit.Codes;

/** Says that somebody of the register is a relative. The name is compared, so that nobody learns whose an id is. */
@Schema(description = "Who is a relative, and how")
public record DeclareRelative(
        @Schema(description = "UUIDv7; made by the service unless given") @Nullable
        UUID id,

        @Personal @PersonalData("RELATIVE") @Schema(description = "Record of the relative") @NotNull
        UUID relative,

        @Personal
        @PersonalData("NAME")
        @Schema(
                description = "As the register has it, letters and accents aside: shows that no other id was meant",
                examples = "Hoàng Văn Thắng")
        @NotBlank
        @Size(max = 200)
        String relativeName,

        @Personal
        @PersonalData("RELATIVE")
        @Schema(description = "What the relative is to the person; code list relative-kinds", examples = "SPOUSE")
        @NotNull
        @Pattern(regexp = Codes.CODE)
        String kind,

        @Schema(description = "Today when absent", examples = "2026-01-01") @Nullable
        LocalDate validFrom) {
    /** Personal values stay out of logs. */
    @Override
    public String toString() {
        return "DeclareRelative[id=" + id + "]";
    }
}
