package vn.lantoa.events.recognition;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A decision of commendation: number, issuing unit, day of signature. */
public record DecisionState(
        UUID id,
        @Nullable String number,
        UUID issuer,
        String status,
        @Nullable LocalDate signedOn,
        List<UUID> nominations,
        boolean sample) {}
