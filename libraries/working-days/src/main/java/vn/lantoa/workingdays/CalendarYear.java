package vn.lantoa.workingdays;

import java.time.LocalDate;
import java.util.Set;

/**
 * What one year has besides its weekends.
 *
 * @param provisional whether the decisions of that year are still to come
 * @param daysOff holidays and what is given off for them
 * @param workedRestDays days of weekly rest on which work is done in exchange
 */
public record CalendarYear(int year, boolean provisional, Set<LocalDate> daysOff, Set<LocalDate> workedRestDays) {}
