package vn.lantoa.units.myrecord;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.lantoa.privacy.Personal;
import vn.lantoa.privacy.PersonalData;

/** What the register answers. */
@Schema(description = "The answer that the person reads")
public record AnswerCorrectionRequest(
        @PersonalData("REQUEST")
        @Schema(description = "Kept encrypted only", examples = "Đã đối chiếu căn cước và sửa tên đệm.")
        @Personal
        @NotBlank
        @Size(max = 2000)
        String answer) {
    /** Personal values stay out of logs. */
    @Override
    public String toString() {
        return "AnswerCorrectionRequest[]";
    }
}
