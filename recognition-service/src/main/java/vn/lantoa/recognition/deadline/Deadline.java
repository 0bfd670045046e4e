package vn.lantoa.recognition.deadline;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * How long nominations may stand in a state.
 *
 * @param awardTypes empty: all
 * @param days working days
 * @param warnDays working days before the end from which on it is due soon
 */
record Deadline(
        String code,
        List<String> awardTypes,
        List<String> states,
        BigDecimal days,
        int warnDays,
        String legalRef,
        String confidence) {

    /** A part of a day is a day. */
    int wholeDays() {
        return days.setScale(0, RoundingMode.CEILING).intValueExact();
    }

    int daysUntilWarning() {
        return Math.max(0, wholeDays() - warnDays);
    }
}
