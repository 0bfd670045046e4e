package vn.lantoa.units.period;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Invalid;

/** A period of days; {@code to} is exclusive, null bounds are open. Never empty, never reversed. */
public record Period(@Nullable LocalDate from, @Nullable LocalDate to) {
    private static final LocalDate EARLIEST = LocalDate.of(1000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 1, 1);

    public Period {
        if (from != null && to != null && !from.isBefore(to)) {
            throw new Invalid("period-reversed", FieldError.at("/validTo", "period-reversed", from, to));
        }
    }

    /** The period a client gave, refused with pointers where it is reversed or out of any calendar we serve. */
    public static Period given(@Nullable LocalDate from, @Nullable LocalDate to, String pointer) {
        var errors = new ArrayList<FieldError>();
        outOfRange(from, pointer + "/validFrom", errors);
        outOfRange(to, pointer + "/validTo", errors);
        if (from != null && to != null && !from.isBefore(to)) {
            errors.add(FieldError.at(pointer + "/validTo", "period-reversed", from, to));
        }
        if (!errors.isEmpty()) {
            throw new Invalid("invalid-period", errors);
        }
        return new Period(from, to);
    }

    /** Refuses a day that is out of any calendar we serve. */
    public static void requireSane(LocalDate day, String pointer) {
        var errors = new ArrayList<FieldError>();
        outOfRange(day, pointer, errors);
        if (!errors.isEmpty()) {
            throw new Invalid("invalid-period", errors);
        }
    }

    private static void outOfRange(@Nullable LocalDate day, String pointer, List<FieldError> errors) {
        if (day != null && (day.isBefore(EARLIEST) || day.isAfter(LATEST))) {
            errors.add(FieldError.at(pointer, "date-out-of-range", EARLIEST, LATEST));
        }
    }

    public boolean contains(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
    }

    public boolean contains(Period other) {
        return (from == null || (other.from != null && !other.from.isBefore(from)))
                && (to == null || (other.to != null && !other.to.isAfter(to)));
    }

    public boolean overlaps(Period other) {
        return startsBefore(other.to) && other.startsBefore(to);
    }

    /** Whether some of it lies on or after the day. */
    public boolean reaches(LocalDate day) {
        return to == null || to.isAfter(day);
    }

    /** Whether it begins before the day; with null (no end) always. */
    public boolean startsBefore(@Nullable LocalDate day) {
        return from == null || day == null || from.isBefore(day);
    }

    public Period until(LocalDate end) {
        return new Period(from, end);
    }
}
