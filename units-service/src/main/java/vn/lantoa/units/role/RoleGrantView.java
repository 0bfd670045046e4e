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

        @Schema(description = "The post that it ends with") @Nullable
        UUID post,

        @Schema(description = "The grant over a former unit that it goes on from after a reorganisation") @Nullable
        UUID succeeds,

        @Schema(description = "The grant that it is delegated from") @Nullable
        UUID delegationOf,

        @Schema(description = "The person on whose behalf it is used") @Nullable
        UUID onBehalfOf,

        long version,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {}
