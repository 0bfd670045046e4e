package vn.lantoa.campaigns.campaign;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Invalid;

/**
 * From a day until before another; an unknown bound is open.
 *
 * @param startsOn first day
 * @param endsOn first day after it
 */
@Embeddable
public record Period(@Nullable LocalDate startsOn, @Nullable LocalDate endsOn) {
    static final Period OPEN = new Period(null, null);

    public Period {
        if (startsOn != null && endsOn != null && !endsOn.isAfter(startsOn)) {
            throw new Invalid("period-reversed", FieldError.at("/endsOn", "period-reversed"));
        }
    }

    /** Whether a day of the year lies in it. */
    public boolean touches(int year) {
        return (startsOn == null || startsOn.getYear() <= year)
                && (endsOn == null || endsOn.minusDays(1).getYear() >= year);
    }

    /** A day of the period: today, else the nearest one to it. */
    LocalDate nearestTo(LocalDate today) {
        if (endsOn != null && !endsOn.isAfter(today)) {
            return endsOn.minusDays(1);
        }
        return startsOn != null && startsOn.isBefore(today) ? startsOn : today;
    }
}
