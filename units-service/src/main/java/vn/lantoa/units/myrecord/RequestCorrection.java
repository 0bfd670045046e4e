package vn.lantoa.units.myrecord;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.privacy.Personal;
import vn.lantoa.privacy.PersonalData;

/** Asks the register to mend something. */
@Schema(description = "What is wrong in the own record, and how it should be")
public record RequestCorrection(
        @Schema(description = "UUIDv7; made by the service unless given") @Nullable
        UUID id,

        @PersonalData("REQUEST")
        @Schema(
                description = "Kept encrypted only",
                examples = "Tên đệm của tôi là \"Thị\", trong hồ sơ ghi thiếu; năm sinh đúng là 1980.")
        @Personal
        @NotBlank
        @Size(max = 2000)
        String wish) {
    /** Personal values stay out of logs. */
    @Override
    public String toString() {
        return "RequestCorrection[id=" + id + "]";
    }
}
