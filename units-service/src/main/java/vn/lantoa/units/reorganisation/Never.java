package vn.lantoa.units.reorganisation;

import java.time.LocalDate;
import java.util.List;
import vn.lantoa.events.units.IdentifierState;
import vn.lantoa.events.units.PlacementState;
import vn.lantoa.events.units.UnitState;
import vn.lantoa.events.units.UnitVersionState;

/** A unit that was to begin and never does, as events tell it: it keeps its name, and its periods are empty. */
final class Never {
    private Never() {}

    static UnitState state(UnitState was, LocalDate day) {
        return new UnitState(
                was.id(),
                day,
                day,
                was.versions().stream()
                        .limit(1)
                        .map(version -> new UnitVersionState(
                                version.name(), version.shortName(), version.kind(), version.sector(), day, day))
                        .toList(),
                was.placements().stream()
                        .map(place -> new PlacementState(place.line(), place.parent(), day, day))
                        .toList(),
                was.identifiers().stream()
                        .map(code -> new IdentifierState(code.scheme(), code.value(), day, day))
                        .toList(),
                List.of(),
                List.of());
    }
}
