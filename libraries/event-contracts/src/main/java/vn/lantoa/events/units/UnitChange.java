package vn.lantoa.events.units;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The act that changed a unit, the day it takes effect and the legal document behind it. */
public record UnitChange(
        String act,
        @Nullable LocalDate effectiveOn,
        @Nullable UUID reorganisation,
        @Nullable String document) {}
