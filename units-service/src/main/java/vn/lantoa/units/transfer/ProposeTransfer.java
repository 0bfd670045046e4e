package vn.lantoa.units.transfer;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.privacy.PersonalData;
import vn.lantoa.units.unit.Codes;

/** One unit proposes to the other that a person go over. */
@Schema(description = "A transfer to propose")
public record ProposeTransfer(
        @Schema(description = "UUIDv7; made by the service unless given") @Nullable
        UUID id,

        @NotNull UUID person,

        @PersonalData("PARTY_MEMBERSHIP")
        @Schema(description = "Code list lines; ADMINISTRATIVE unless given", examples = "ADMINISTRATIVE")
        @Nullable
        @Pattern(regexp = Codes.CODE)
        String line,

        @Schema(description = "The unit left: where the person belongs on the day before") @NotNull
        UUID from,

        @Schema(description = "The unit joined") @NotNull UUID to,

        @Schema(description = "First day at the unit joined", examples = "2026-01-01") @NotNull
        LocalDate effectiveOn,

        @Schema(description = "The side that proposes, for who acts for both; else the side the caller acts for")
        @Nullable
        TransferSide side,

        @Schema(description = "The document behind it", examples = "Công văn 45/SNV-CCVC")
        @Nullable
        @Size(min = 1, max = 300)
        String document,

        @Schema(examples = "Theo nguyện vọng cá nhân") @Nullable @Size(min = 1, max = 1000)
        String remark) {}
