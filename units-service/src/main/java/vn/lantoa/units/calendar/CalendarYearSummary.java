package vn.lantoa.units.calendar;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A year whose calendar is there. */
public record CalendarYearSummary(
        UUID id,
        @Schema(examples = "2025") int year,
        @Schema(examples = "DECIDED") CalendarStatus status,

        @Schema(description = "Days off besides weekends, and rest days worked in exchange", examples = "13")
        int days) {}
