package vn.lantoa.units.person;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.privacy.Personal;

/** Enters a person into the register. Birth date and identity number are kept encrypted only. */
@Schema(description = "A person to enter into the register")
public record RegisterPerson(
        @Schema(description = "UUIDv7; made by the service unless given") @Nullable
        UUID id,

        @Schema(examples = "Nông Thị Hoa") @NotBlank @Size(max = 200)
        String name,

        @Schema(examples = "1980-05-19") @Personal @Nullable LocalDate birthDate,

        @Schema(description = "Citizen identity number, 9 or 12 digits", examples = "004080001234")
        @Personal
        @Nullable
        @Pattern(regexp = "\\d{9}|\\d{12}")
        String identityNumber) {
    /** Personal values stay out of logs. */
    @Override
    public String toString() {
        return "RegisterPerson[id=" + id + "]";
    }
}
