package vn.lantoa.units.person;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.privacy.PersonalData;
import vn.lantoa.rest.Versioned;

/** Why a record must be kept, and until when it had to be. */
public record PersonHoldView(
        UUID id,
        UUID person,

        @Schema(examples = "Thông báo thụ lý khiếu nại 12/TB-TTr")
        String document,

        @PersonalData("REQUEST")
        @Schema(description = "Absent once the person's key was erased", examples = "Đang giải quyết khiếu nại")
        @Nullable
        String reason,

        @Nullable UUID placedBy,

        @Schema(description = "Absent while it stands") @Nullable
        Instant liftedAt,

        @Nullable UUID liftedBy,

        @PersonalData("REQUEST") @Schema(examples = "Đã giải quyết xong khiếu nại") @Nullable
        String liftReason,

        long version,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {}
