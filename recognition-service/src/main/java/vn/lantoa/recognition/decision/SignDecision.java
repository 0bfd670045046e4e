package vn.lantoa.recognition.decision;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Signs a decision. A day in the past records a decision that was signed then; never a day to come. */
public record SignDecision(
        @NotBlank @Size(max = 100) @Schema(examples = "125-QĐ/ĐUK")
        String number,

        @NotNull LocalDate signedOn,

        @Nullable @Size(max = 200) @Schema(examples = "Cao Bằng")
        String place) {}
