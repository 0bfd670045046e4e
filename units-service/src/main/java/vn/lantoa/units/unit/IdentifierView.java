package vn.lantoa.units.unit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An official code in the period in which a unit bears it. */
public record IdentifierView(
        String scheme,
        String value,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {}
