package vn.lantoa.units.person;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.units.unit.Codes;

/** Gives a person a post at a unit. */
@Schema(description = "A post to assign")
public record AssignPost(
        @Schema(description = "UUIDv7; made by the service unless given") @Nullable
        UUID id,

        @NotNull UUID unit,

        @Schema(examples = "Chủ tịch Ủy ban nhân dân xã") @NotBlank @Size(max = 200)
        String title,

        @Schema(description = "Code list post-groups", examples = "COMMUNE_CHAIR")
        @NotNull
        @Pattern(regexp = Codes.CODE)
        String postGroup,

        @Schema(description = "Whether the post leads the unit; false unless given") @Nullable
        Boolean leading,

        @Schema(examples = "2025-07-01") @Nullable LocalDate validFrom,

        @Schema(description = "Exclusive: the day after the last") @Nullable
        LocalDate validTo,

        @Schema(description = "REGULAR unless given") @Nullable
        PostKind kind) {}
