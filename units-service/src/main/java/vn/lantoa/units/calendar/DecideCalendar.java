package vn.lantoa.units.calendar;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Invalid;
import vn.lantoa.workingdays.WorkingCalendar;

/** The whole calendar of a year. */
@Schema(description = "The whole calendar of a year; what is left out is an ordinary day")
public record DecideCalendar(
        @Schema(examples = "DECIDED") @NotNull CalendarStatus status,
        @Nullable @Size(min = 1, max = 1000) String remark,
        @NotNull @Size(max = 120) List<@NotNull @Valid CalendarDay> days) {

    /** @throws Invalid 422 {@code invalid-calendar} with every day that has no meaning */
    void check(int year) {
        var errors = new ArrayList<FieldError>();
        var seen = new HashSet<java.time.LocalDate>();
        for (int i = 0; i < days.size(); i++) {
            var day = days.get(i);
            var pointer = "/days/" + i;
            if (day.day().getYear() != year) {
                errors.add(FieldError.at(pointer + "/day", "day-of-another-year", day.day(), year));
            } else if (!seen.add(day.day())) {
                errors.add(FieldError.at(pointer + "/day", "day-twice", day.day()));
            }
            boolean rest = WorkingCalendar.isWeeklyRest(day.day());
            switch (day.kind()) {
                case HOLIDAY -> {}
                case COMPENSATED, SWAPPED_OFF -> {
                    if (rest) {
                        errors.add(FieldError.at(pointer + "/day", "day-is-rest-already", day.day()));
                    }
                }
                case SWAPPED_WORK -> {
                    if (!rest) {
                        errors.add(FieldError.at(pointer + "/day", "day-is-worked-already", day.day()));
                    }
                }
            }
        }
        if (!errors.isEmpty()) {
            throw new Invalid("invalid-calendar", errors);
        }
    }
}
