package vn.lantoa.workingdays;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * The arithmetic of working days over the years that are known. The day something begins is not counted, counting begins
 * with the day after it (Civil Code 91/2015/QH13, Article 147). Saturdays and Sundays are rest days unless exchanged.
 */
public final class WorkingCalendar {
    private final Map<Integer, CalendarYear> years;

    private WorkingCalendar(Map<Integer, CalendarYear> years) {
        this.years = years;
    }

    public static WorkingCalendar of(Collection<CalendarYear> years) {
        var byYear = new HashMap<Integer, CalendarYear>();
        years.forEach(year -> byYear.put(year.year(), year));
        return new WorkingCalendar(Map.copyOf(byYear));
    }

    /** Whether the week alone makes it a day of rest. */
    public static boolean isWeeklyRest(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** @throws YearNotLoadedException when the calendar of its year is not there */
    public boolean isWorkingDay(LocalDate day) {
        var year = year(day);
        return isWeeklyRest(day)
                ? year.workedRestDays().contains(day)
                : !year.daysOff().contains(day);
    }

    /**
     * The n-th working day after the day; before it when n is negative; the day itself when n is 0, working or not.
     *
     * @throws YearNotLoadedException when it takes days of a year that is not there
     */
    public LocalDate add(LocalDate from, int workingDays) {
        var day = from;
        int step = Integer.signum(workingDays);
        for (int left = Math.abs(workingDays); left > 0; ) {
            day = day.plusDays(step);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    /**
     * How many working days lie between: those after {@code from} up to and with {@code to}. Backwards it is the negative
     * number of those before {@code from} down to and with {@code to}. {@code count(from, add(from, n))} is n.
     *
     * @throws YearNotLoadedException when days of a year that is not there lie between
     */
    public int count(LocalDate from, LocalDate to) {
        int step = from.isAfter(to) ? -1 : 1;
        int counted = 0;
        for (var day = from; !day.equals(to); ) {
            day = day.plusDays(step);
            if (isWorkingDay(day)) {
                counted += step;
            }
        }
        return counted;
    }

    /** Whether decisions are still to come for one of the years between the two days. */
    public boolean isProvisional(LocalDate one, LocalDate other) {
        var first = one.isBefore(other) ? one : other;
        var last = one.isBefore(other) ? other : one;
        return years.values().stream()
                .anyMatch(
                        year -> year.provisional() && year.year() >= first.getYear() && year.year() <= last.getYear());
    }

    private CalendarYear year(LocalDate day) {
        var year = years.get(day.getYear());
        if (year == null) {
            throw new YearNotLoadedException(day.getYear());
        }
        return year;
    }
}
