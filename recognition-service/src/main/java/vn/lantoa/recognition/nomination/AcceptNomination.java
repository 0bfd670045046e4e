package vn.lantoa.recognition.nomination;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Takes a nomination on to the vote. Where the verdict is UNKNOWN the officer states why. */
public record AcceptNomination(
        @Nullable
        @Size(max = 2000)
        @Schema(description = "Required when the verdict is UNKNOWN", examples = "Đã đối chiếu hồ sơ giấy")
        String reason) {}
