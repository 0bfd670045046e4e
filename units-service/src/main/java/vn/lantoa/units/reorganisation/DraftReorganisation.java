package vn.lantoa.units.reorganisation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A reorganisation to prepare. Nothing changes until it is enacted. */
@Schema(description = "A reorganisation to draft")
public record DraftReorganisation(
        @Schema(description = "UUIDv7; made by the service unless given") @Nullable
        UUID id,

        @NotNull @Valid LegalDocument document,

        @Schema(description = "First day of the new order; past or future", examples = "2025-07-01") @NotNull
        LocalDate effectiveOn,

        @NotNull @Size(min = 1, max = 5000) List<@NotNull @Valid Operation> operations,
        @Nullable @Size(min = 1, max = 1000) String remark) {}
