package vn.lantoa.recognition.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/** The calendar of those who work in offices. */
record WorkingDays(Set<DayOfWeek> restDays, Set<MonthDay> everyYear, Set<LocalDate> once) {

    boolean isWorkingDay(LocalDate day) {
        return !restDays.contains(day.getDayOfWeek()) && !everyYear.contains(MonthDay.from(day)) && !once.contains(day);
    }

    /** What began before this day has lasted longer than so many working days today; the day it began is not counted. */
    LocalDate lastStartBefore(LocalDate today, int workingDays) {
        var day = today;
        int counted = 0;
        while (true) {
            if (isWorkingDay(day)) {
                counted++;
            }
            if (counted > workingDays) {
                return day;
            }
            day = day.minusDays(1);
        }
    }
}
