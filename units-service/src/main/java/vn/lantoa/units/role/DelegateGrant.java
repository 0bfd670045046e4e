package vn.lantoa.units.role;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Lets another person use a grant on the holder's behalf for a while. */
@Schema(description = "A delegation: to whom, from when to when, by which document")
public record DelegateGrant(
        @Schema(description = "UUIDv7; made by the service unless given") @Nullable
        UUID id,

        @Schema(description = "Who acts on the holder's behalf") @NotNull
        UUID delegate,

        @Schema(description = "Today unless given; not before the grant begins") @Nullable
        LocalDate validFrom,

        @Schema(description = "Exclusive: the day after the last; not after the grant ends", examples = "2026-01-01")
        @NotNull
        LocalDate validTo,

        @Schema(description = "The document behind it", examples = "Giấy ủy quyền 03/GUQ-UBND")
        @NotBlank
        @Size(max = 300)
        String document) {}
