package vn.lantoa.events.units;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An official code borne by a unit in one period. Codes are reused over time. */
public record IdentifierState(
        String scheme,
        String value,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {}
