package vn.lantoa.units.calendar;

/** Whether what the year brings has been decided. */
public enum CalendarStatus {
    DECIDED,
    /** Decisions are to come; what law alone says is there. */
    PROVISIONAL
}
