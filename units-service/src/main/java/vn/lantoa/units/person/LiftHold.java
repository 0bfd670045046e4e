package vn.lantoa.units.person;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.lantoa.privacy.Personal;
import vn.lantoa.privacy.PersonalData;

/** Says why a record need not be kept any longer. */
@Schema(description = "Why a hold ends")
public record LiftHold(
        @PersonalData("REQUEST")
        @Schema(description = "Kept encrypted only", examples = "Đã giải quyết xong khiếu nại")
        @Personal
        @NotBlank
        @Size(max = 1000)
        String reason) {
    /** Personal values stay out of logs. */
    @Override
    public String toString() {
        return "LiftHold[]";
    }
}
