package vn.lantoa.units.unit;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An official code in the period in which a unit bears it. */
public record IdentifierView(
        UUID id,
        String scheme,
        String value,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {}
