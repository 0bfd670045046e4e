package vn.lantoa.units.calendar;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The way from one day to another in working days, and why it is as long as it is. */
public record WorkingDaysView(
        @Schema(description = "Not counted itself", examples = "2025-04-25")
        LocalDate from,

        @Schema(examples = "2025-05-09") LocalDate to,

        @Schema(
                description = "Working days after from up to and with to; negative when to lies before from",
                examples = "8")
        int workingDays,

        @Schema(description = "Whether decisions of one of the years are still to come", examples = "false")
        boolean provisional,

        @Schema(description = "Days between that differ from the week, and by which decision")
        List<CalendarDay> exceptions) {}
