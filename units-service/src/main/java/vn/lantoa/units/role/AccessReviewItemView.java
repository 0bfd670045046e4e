package vn.lantoa.units.role;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.privacy.PersonalData;
import vn.lantoa.rest.Versioned;

/** A grant to look at. */
public record AccessReviewItemView(
        UUID id,
        UUID review,
        RoleGrantView grant,

        @PersonalData("NAME") @Schema(examples = "Nông Văn Thành")
        String personName,

        @Schema(description = "What makes one look twice") List<GrantFlag> flags,

        @Schema(description = "Absent while nobody has looked") @Nullable
        AccessReviewOutcome outcome,

        @Schema(examples = "Đã chuyển công tác") @Nullable String reason,

        @Nullable UUID decidedBy,
        @Nullable Instant decidedAt,
        long version)
        implements Versioned {}
