package vn.lantoa.units.reorganisation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What can change in a draft (merge patch; the list of operations is replaced as a whole). */
@Schema(description = "Merge patch of a draft")
public record ChangeReorganisation(
        @NotNull @Valid LegalDocument document,
        @NotNull LocalDate effectiveOn,
        @NotNull @Size(min = 1, max = 5000) List<@NotNull @Valid Operation> operations,
        @Nullable @Size(min = 1, max = 1000) String remark) {}
