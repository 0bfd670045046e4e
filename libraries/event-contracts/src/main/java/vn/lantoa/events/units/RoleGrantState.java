package vn.lantoa.events.units;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Person × role × unit subtree × line × period. No unit means the whole installation, no line means every line. */
public record RoleGrantState(
        UUID id,
        UUID person,
        String role,
        @Nullable UUID unit,
        @Nullable String line,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String document) {}
