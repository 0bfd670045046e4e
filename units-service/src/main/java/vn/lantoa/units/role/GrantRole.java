package vn.lantoa.units.role;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.units.unit.Codes;

/** Gives a person a role over a unit and everything below it, or over the whole installation. */
@Schema(description = "A role to grant")
public record GrantRole(
        @Schema(description = "UUIDv7; made by the service unless given") @Nullable
        UUID id,

        @NotNull UUID person,

        @Schema(examples = "EMULATION_OFFICER") @NotNull @Pattern(regexp = Codes.CODE)
        String role,

        @Schema(description = "Top of the subtree; without one the whole installation") @Nullable
        UUID unit,

        @Schema(description = "Only on this line; without one on every line") @Nullable @Pattern(regexp = Codes.CODE)
        String line,

        @Nullable LocalDate validFrom,

        @Schema(description = "Exclusive: the day after the last") @Nullable
        LocalDate validTo,

        @Schema(description = "The document behind it", examples = "Quyết định 12/QĐ-SNV")
        @Nullable
        @Size(min = 1, max = 300)
        String document,

        @Schema(description = "A post of the person that the role ends with; it ends when the post ends") @Nullable
        UUID post) {}
