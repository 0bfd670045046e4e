package vn.lantoa.units.role;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.rest.Versioned;

/** A role of a person over a subtree in a period. */
public record RoleGrantView(
        UUID id,
        UUID person,
        @Schema(examples = "EMULATION_OFFICER") String role,
        @Nullable UUID unit,
        @Nullable String line,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String document,
        long version,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {}
