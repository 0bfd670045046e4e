package vn.lantoa.units.myrecord;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.privacy.Personal;
import vn.lantoa.privacy.PersonalData;

/** Asks for something that the law on personal data gives a right to. */
@Schema(description = "What is asked about the own data")
public record MakeDataRequest(
        @Schema(description = "UUIDv7; made by the service unless given") @Nullable
        UUID id,

        @Schema(description = "ACCESS, COPY, CORRECTION, ERASURE, RESTRICTION, OBJECTION or CONSENT_WITHDRAWAL")
        @NotNull
        DataRequestKind kind,

        @PersonalData("REQUEST")
        @Schema(description = "Kept encrypted only", examples = "Đề nghị cho biết ai đã xem hồ sơ của tôi.")
        @Personal
        @NotBlank
        @Size(max = 2000)
        String wish) {
    /** Personal values stay out of logs. */
    @Override
    public String toString() {
        return "MakeDataRequest[id=" + id + ", kind=" + kind + "]";
    }
}
