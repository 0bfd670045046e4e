package vn.lantoa.events.units;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Name, kind and sector of a unit in one period; {@code validTo} is exclusive, null bounds are open. */
public record UnitVersionState(
        String name,
        @Nullable String shortName,
        String kind,
        String sector,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {}
