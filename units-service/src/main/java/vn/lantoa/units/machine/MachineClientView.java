package vn.lantoa.units.machine;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.units.MachineClientState;
import vn.lantoa.rest.Versioned;
import vn.lantoa.units.period.Period;

/** Another system that asks in its own name. */
public record MachineClientView(
        UUID id,
        @Schema(examples = "Trục liên thông văn bản tỉnh") String name,
        @Schema(examples = "Đồng bộ danh mục đơn vị") String purpose,

        @Schema(description = "The unit that answers for it")
        UUID unit,

        @Schema(examples = "hotro.lienthong@caobang.example.vn")
        String contact,

        String issuer,
        @Schema(examples = "0f6e1d4c-truc-lien-thong") String subject,
        LocalDate validFrom,
        LocalDate validTo,
        String document,

        @Schema(description = "When it was shut out") @Nullable
        Instant revokedAt,

        @Schema(description = "What it was granted; ended grants too")
        List<MachineClientGrantView> grants,

        long version,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {
    /** Empty when it was revoked before it began. */
    Period period() {
        return new Period(validFrom, validTo);
    }

    MachineClientState state() {
        return new MachineClientState(
                id,
                name,
                issuer,
                subject,
                validFrom,
                validTo,
                grants.stream().map(MachineClientGrantView::state).toList());
    }
}
