package vn.lantoa.events.units;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A reorganisation by one legal document on one effective date. */
public record ReorganisationState(
        UUID id,
        String documentNumber,
        String issuedBy,
        LocalDate effectiveOn,
        String status,
        List<UUID> ending,
        List<UUID> beginning) {}
