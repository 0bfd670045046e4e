package vn.lantoa.units.person;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.rest.Versioned;

/** A person; sealed values only masked. */
@Schema(description = "A person; birth date and identity number only masked")
public record PersonView(
        UUID id,
        @Schema(examples = "Nông Thị Hoa") String name,
        @Schema(examples = "1980-**-**") @Nullable String birthDate,
        @Schema(examples = "*********234") @Nullable String identityNumber,
        long version,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {}
