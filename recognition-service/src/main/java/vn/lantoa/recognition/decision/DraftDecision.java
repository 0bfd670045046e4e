package vn.lantoa.recognition.decision;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Begins a decision of one body on nominations for one award. */
public record DraftDecision(
        @Nullable UUID id,

        @NotNull @Schema(description = "The unit in whose name it is signed")
        UUID issuer,

        @NotBlank @Size(max = 20) @Schema(examples = "P_GK") String awardType,
        @NotEmpty @Size(max = 200) List<@NotNull UUID> nominations,

        @Nullable @Size(max = 1000) @Schema(examples = "Về việc tặng Giấy khen")
        String content,

        @Nullable @Schema(description = "True when number, date or the like are made up; shown as SAMPLE everywhere")
        Boolean sample) {}
