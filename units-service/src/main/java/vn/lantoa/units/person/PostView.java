package vn.lantoa.units.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.rest.Versioned;
import vn.lantoa.units.period.Period;

/** A post of a person. */
public record PostView(
        UUID id,
        UUID person,
        UUID unit,
        @Schema(examples = "Chủ tịch Ủy ban nhân dân xã") String title,
        @Schema(examples = "COMMUNE_CHAIR") String postGroup,
        boolean leading,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        PostKind kind,

        @Schema(description = "The post at a former unit that this one goes on from") @Nullable
        UUID succeeds,

        @Schema(
                description =
                        "Told on assignment: posts that lead the same unit on the same days. No rule forbids it, it is worth a look")
        @Nullable
        List<UUID> alsoLeading,

        long version,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {
    /** Whether the post is held on that day. */
    public boolean holdsOn(LocalDate day) {
        return new Period(validFrom, validTo).contains(day);
    }
}
