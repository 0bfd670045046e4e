package vn.lantoa.units.role;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.privacy.PersonalData;

/** An account that is good today of somebody who holds no post, belongs to no unit and has no role today. */
public record OrphanAccountView(
        UUID id,
        UUID person,

        @PersonalData("NAME") @Schema(examples = "Nông Văn Thành")
        String personName,

        @Nullable LocalDate validFrom,

        @Schema(description = "The last day on which the person held anything, exclusive; absent: never did") @Nullable
        LocalDate heldUntil) {}
