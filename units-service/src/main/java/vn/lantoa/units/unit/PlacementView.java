package vn.lantoa.units.unit;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a unit stands on a line in a period; no parent means that it is the root. */
public record PlacementView(
        String line,
        @Nullable UUID parent,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {}
