package vn.lantoa.units.calendar;

import java.util.List;

/** Every year whose calendar is there. */
public record CalendarYears(List<CalendarYearSummary> items) {}
