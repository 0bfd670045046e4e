package vn.lantoa.units.calendar;

/** Why a day differs from the week. */
public enum DayKind {
    HOLIDAY,
    /** Given off because a holiday fell on a rest day. */
    COMPENSATED,
    /** A working day given off in exchange for a rest day. */
    SWAPPED_OFF,
    /** The rest day worked in exchange. */
    SWAPPED_WORK;

    boolean working() {
        return this == SWAPPED_WORK;
    }
}
