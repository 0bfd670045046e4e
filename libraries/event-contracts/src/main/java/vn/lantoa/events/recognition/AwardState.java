package vn.lantoa.events.recognition;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An award, its certificate and the decision behind it. Awards are never deleted. */
public record AwardState(
        UUID id,
        String awardType,
        @Nullable UUID person,
        UUID unit,
        UUID decision,
        int year,
        LocalDate decidedOn,
        String certificateSerial,
        String status,
        boolean sample) {}
