package vn.lantoa.units.reorganisation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lantoa.units.period.Period;
import vn.lantoa.units.unit.Unit;
import vn.lantoa.units.unit.UnitIdentifier;
import vn.lantoa.units.unit.UnitPlacement;

/** How long what begins on a day can hold: until what was there ends, else until what comes next, else as long as the unit. */
final class Rest {
    private Rest() {}

    static @Nullable LocalDate ofPlace(Unit unit, String line, LocalDate day) {
        return end(
                unit.placements().stream()
                        .filter(place -> place.line().equals(line))
                        .map(UnitPlacement::period)
                        .toList(),
                unit,
                day);
    }

    static @Nullable LocalDate ofCode(Unit unit, String scheme, LocalDate day) {
        return end(
                unit.identifiers().stream()
                        .filter(code -> code.scheme().equals(scheme))
                        .map(UnitIdentifier::period)
                        .toList(),
                unit,
                day);
    }

    private static @Nullable LocalDate end(List<Period> periods, Unit unit, LocalDate day) {
        var next = unit.life().to();
        for (var period : periods) {
            var from = period.from();
            if (period.contains(day)) {
                return period.to();
            }
            if (from != null && from.isAfter(day) && (next == null || from.isBefore(next))) {
                next = from;
            }
        }
        return next;
    }
}
