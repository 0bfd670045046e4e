package vn.lantoa.units.machine;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.units.unit.Codes;

/** Lets another system use one permission over a subtree, on one line or all. */
@Schema(description = "A permission for a machine client")
public record GrantToMachineClient(
        @Schema(description = "UUIDv7; made by the service unless given") @Nullable
        UUID id,

        @Schema(examples = "unit.read") @NotNull @Pattern(regexp = "[a-z-]{1,40}\\.[a-z-]{1,40}")
        String permission,

        @Schema(description = "Top of the subtree; without one the whole installation, where nothing personal is read")
        @Nullable
        UUID unit,

        @Schema(description = "Only on this line; needed with a unit") @Nullable @Pattern(regexp = Codes.CODE)
        String line,

        @Schema(description = "Today unless given") @Nullable
        LocalDate validFrom,

        @Schema(description = "Exclusive: the day after the last; as long as the registration unless given") @Nullable
        LocalDate validTo,

        @Schema(description = "The document behind it", examples = "Văn bản 15/SNV-CCHC") @NotBlank @Size(max = 300)
        String document) {}
