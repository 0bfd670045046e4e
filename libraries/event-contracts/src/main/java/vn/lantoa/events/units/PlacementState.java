package vn.lantoa.events.units;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a unit stands on a line in one period; no parent means that it is the root of the line. */
public record PlacementState(
        String line,
        @Nullable UUID parent,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {}
