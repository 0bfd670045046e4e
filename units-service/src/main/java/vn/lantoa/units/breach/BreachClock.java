package vn.lantoa.units.breach;

import java.time.Duration;
import java.time.Instant;

/** How long the authority may wait for word, and where that is written. */
record BreachClock(Duration within, String legalRef) {
    Instant from(Instant detected) {
        return detected.plus(within);
    }
}
