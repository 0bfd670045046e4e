package vn.lantoa.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Invalid;

/** What day it is in the province. */
@ApplicationScoped
public class Today {
    private final Clock clock;

    Today(Clock clock) {
        this.clock = clock;
    }

    /** Now, as the database keeps it. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    public LocalDate day() {
        return LocalDate.now(clock);
    }

    /** The day asked for, else today. */
    public LocalDate or(@Nullable LocalDate asOf) {
        return asOf == null ? day() : asOf;
    }

    /** The day on which something is said to have happened, else today. @throws Invalid 422 {@code date-in-future} */
    public LocalDate orPast(@Nullable LocalDate given, String pointer) {
        var today = day();
        if (given == null) {
            return today;
        }
        if (given.isAfter(today)) {
            throw new Invalid("date-in-future", FieldError.at(pointer, "date-in-future", today));
        }
        return given;
    }
}
