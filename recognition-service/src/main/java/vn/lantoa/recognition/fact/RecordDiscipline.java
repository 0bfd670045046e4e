package vn.lantoa.recognition.fact;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Records a disciplinary measure; {@code to} is exclusive and may be open. */
public record RecordDiscipline(
        @Nullable UUID id,
        @NotNull UUID unit,
        @Nullable UUID person,

        @NotBlank @Size(max = 20) @Schema(description = "Code of the list `discipline`", examples = "KHIEN_TRACH")
        String form,

        @NotNull LocalDate from,
        @Nullable LocalDate to,
        @NotBlank @Size(max = 300) String sourceDocument,
        @Nullable LocalDate sourceDate,
        @Nullable UUID supersedes) {}
