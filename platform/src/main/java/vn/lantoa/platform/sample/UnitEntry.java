package vn.lantoa.platform.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A unit as the files tell of it; ends are exclusive here.
 *
 * @param successor key of the unit that stands for it afterwards
 * @param relations what it is to others beside the lines
 */
record UnitEntry(
        String key,
        String name,
        String kind,
        String sector,
        List<Code> codes,
        List<Place> places,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String successor,
        List<Relation> relations,
        @Nullable String remark) {
    /** An official code; without a scheme that of administrative units. */
    record Code(@Nullable String scheme, String value) {}

    /** A place on a line; without a parent its root. */
    record Place(
            String line, @Nullable String parent, @Nullable LocalDate from) {
        @Nullable
        UUID parentId() {
            return parent == null ? null : UnitEntry.id(parent);
        }
    }

    /** What it is to another: a Party cell serves an office, a union covers an area. */
    record Relation(String kind, String target) {}

    static UUID id(String key) {
        return Keys.id("unit", key);
    }

    UUID id() {
        return id(key);
    }

    /** The first place on each line. */
    List<Place> firstPlaces() {
        return places.stream()
                .filter(place -> places.stream()
                        .filter(other -> other.line().equals(place.line()))
                        .findFirst()
                        .filter(place::equals)
                        .isPresent())
                .toList();
    }
}
