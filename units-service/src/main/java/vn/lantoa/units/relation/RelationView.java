package vn.lantoa.units.relation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.rest.Versioned;

/** A relation between two units in a period. */
@Schema(description = "A relation between two units that is no hierarchy")
public record RelationView(
        UUID id,

        @Schema(description = "Code list relation-kinds", examples = "SERVES")
        String kind,

        UUID source,

        @Schema(examples = "Chi bộ Ban Thi đua – Khen thưởng")
        String sourceName,

        UUID target,
        @Schema(examples = "Ban Thi đua – Khen thưởng") String targetName,
        @Nullable LocalDate validFrom,

        @Schema(description = "Exclusive: the day after the last") @Nullable
        LocalDate validTo,

        @Schema(description = "The relation that this one goes on with after a reorganisation") @Nullable
        UUID succeeds,

        @Schema(description = "The reorganisation that made it") @Nullable
        UUID reorganisation,

        long version,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {}
