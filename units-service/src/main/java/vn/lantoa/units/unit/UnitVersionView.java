package vn.lantoa.units.unit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Name, kind and sector of a unit in a period. */
public record UnitVersionView(
        String name,
        @Nullable String shortName,
        String kind,
        String sector,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {}
