package vn.lantoa.units.transfer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.privacy.PersonalData;
import vn.lantoa.rest.Versioned;

/** A transfer as the two units see it. */
@Schema(description = "A person is to go over, or has gone over, from one unit to another")
public record TransferView(
        UUID id,
        UUID person,

        @PersonalData("NAME") @Schema(description = "In lists", examples = "Nông Thị Hoa") @Nullable
        String personName,

        @PersonalData("PARTY_MEMBERSHIP") @Schema(examples = "ADMINISTRATIVE")
        String line,

        @Schema(description = "The unit left, as proposed") UUID from,

        @Schema(description = "The unit joined, as proposed")
        UUID to,

        @Schema(
                description =
                        "Who stands for the unit left today: itself or what came after it; absent when nobody does")
        @Nullable
        UUID fromNow,

        @Schema(
                description =
                        "Who stands for the unit joined today: itself or what came after it; absent when nobody does")
        @Nullable
        UUID toNow,

        LocalDate effectiveOn,
        TransferSide proposedBy,
        TransferStatus status,
        @Schema(examples = "Công văn 45/SNV-CCVC") @Nullable String document,

        @Schema(examples = "Theo nguyện vọng cá nhân") @Nullable
        String remark,

        @Schema(description = "Why it was declined", examples = "Chưa có vị trí việc làm phù hợp") @Nullable
        String reason,

        @Nullable Instant decidedAt,
        @Nullable UUID decidedBy,
        long version,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {}
