package vn.lantoa.events.units;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person holds a post at a unit: title, post group (code list), leading or not, from–to. */
public record PostState(
        UUID id,
        UUID person,
        UUID unit,
        String title,
        String postGroup,
        boolean leading,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {}
