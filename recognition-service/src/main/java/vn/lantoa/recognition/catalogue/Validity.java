package vn.lantoa.recognition.catalogue;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A period with an exclusive end; null bounds are open. */
public record Validity(@Nullable LocalDate from, @Nullable LocalDate to) {

    public boolean contains(LocalDate day) {
        return (from == null || !from.isAfter(day)) && (to == null || to.isAfter(day));
    }

    /** Whether any day of the year lies within. */
    public boolean touches(int year) {
        return (from == null || from.getYear() <= year) && (to == null || to.isAfter(LocalDate.of(year, 1, 1)));
    }
}
