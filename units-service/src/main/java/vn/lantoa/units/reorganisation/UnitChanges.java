package vn.lantoa.units.reorganisation;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.units.unit.Unit;
import vn.lantoa.units.unit.UnitVersion;

/** What a document changes about one unit that goes on; each thing once. */
final class UnitChanges {
    /** Where a unit stands from the day on; null: as root. */
    record Place(@Nullable UUID parent, String pointer) {}

    /** What it bears from the day on; null: nothing. */
    record Code(@Nullable String value, String pointer) {}

    /** Name, kind and sector from the day on. */
    record NextVersion(String name, @Nullable String shortName, String kind, String sector) {
        static NextVersion of(UnitVersion version) {
            return new NextVersion(version.name(), version.shortName(), version.kind(), version.sector());
        }

        NextVersion named(String newName, @Nullable String newShortName) {
            return new NextVersion(newName, newShortName, kind, sector);
        }

        NextVersion ofKind(String newKind, @Nullable String newSector) {
            return new NextVersion(name, shortName, newKind, newSector == null ? sector : newSector);
        }
    }

    private final Unit unit;
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Map<String, Code> codes = new LinkedHashMap<>();
    private @Nullable NextVersion version;

    UnitChanges(Unit unit) {
        this.unit = unit;
    }

    Unit unit() {
        return unit;
    }

    /** By line. */
    Map<String, Place> places() {
        return places;
    }

    /** By scheme. */
    Map<String, Code> codes() {
        return codes;
    }

    @Nullable
    NextVersion version() {
        return version;
    }

    void version(NextVersion next) {
        version = next;
    }

    /** Whether it is of another kind from the day on: what stands where may hang on that. */
    boolean kindChanges(LocalDate day) {
        return version != null
                && !version.kind().equals(unit.versionNear(day.minusDays(1)).kind());
    }

    /** Nothing but its place. */
    boolean onlyPlaces() {
        return version == null && codes.isEmpty();
    }
}
