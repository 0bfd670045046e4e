package vn.lantoa.units.calendar;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.rest.Versioned;

/** The calendar of a year. */
public record CalendarYearView(
        UUID id,
        @Schema(examples = "2025") int year,
        @Schema(examples = "DECIDED") CalendarStatus status,
        @Nullable String remark,
        List<CalendarDay> days,
        long version,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {}
