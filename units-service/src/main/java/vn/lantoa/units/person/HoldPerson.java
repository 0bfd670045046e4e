package vn.lantoa.units.person;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.privacy.Personal;
import vn.lantoa.privacy.PersonalData;

/** Says that a record must be kept, by which document and why. */
@Schema(description = "Why a record must be kept")
public record HoldPerson(
        @Schema(description = "UUIDv7; made by the service unless given") @Nullable
        UUID id,

        @Schema(description = "The document that asks for it", examples = "Thông báo thụ lý khiếu nại 12/TB-TTr")
        @NotBlank
        @Size(max = 200)
        String document,

        @PersonalData("REQUEST")
        @Schema(description = "Kept encrypted only", examples = "Đang giải quyết khiếu nại")
        @Personal
        @NotBlank
        @Size(max = 1000)
        String reason) {
    /** Personal values stay out of logs. */
    @Override
    public String toString() {
        return "HoldPerson[id=" + id + "]";
    }
}
