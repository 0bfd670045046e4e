package vn.lantoa.recognition.fact;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Records why a subject may not be considered for a time; {@code to} is exclusive and open while it lasts. */
public record RecordBlock(
        @Nullable UUID id,
        @NotNull UUID unit,
        @Nullable UUID person,

        @NotBlank @Size(max = 40) @Schema(description = "Code of the list `block`", examples = "COMPLAINT_VERIFICATION")
        String reason,

        @NotNull LocalDate from,
        @Nullable LocalDate to,
        @NotBlank @Size(max = 300) String sourceDocument,
        @Nullable LocalDate sourceDate,
        @Nullable UUID supersedes) {}
