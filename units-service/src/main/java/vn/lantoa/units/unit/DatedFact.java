package vn.lantoa.units.unit;

import java.time.LocalDate;
import vn.lantoa.units.period.Period;

/** Something that is true of a unit in a period. */
interface DatedFact {
    Period period();

    /** Holds no longer from that day on. */
    void endOn(LocalDate day);
}
