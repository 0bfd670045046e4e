package vn.lantoa.units.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What units of one day are on a later day. A unit is worth one; what it becomes shares that out. Where no document says in
 * what shares, the share is unknown and nothing is guessed.
 */
final class Becoming {
    /** One unit becoming another, wholly or in part. */
    record Link(UUID from, UUID to, boolean whole, @Nullable Fraction share, LocalDate on) {}

    /** How much of a unit: an exact share, or an unknown part. */
    record Part(@Nullable Fraction share) {
        static final Part WHOLE = new Part(Fraction.ONE);
        static final Part UNKNOWN = new Part(null);

        boolean isWhole() {
            return Fraction.ONE.equals(share);
        }

        boolean isNothing() {
            return Fraction.ZERO.equals(share);
        }

        private Part of(@Nullable Fraction more) {
            return share == null || more == null ? UNKNOWN : new Part(share.times(more));
        }

        private static Part sum(Part one, Part other) {
            var left = one.share();
            var right = other.share();
            return left == null || right == null ? UNKNOWN : new Part(left.plus(right));
        }
    }

    private final Map<UUID, LocalDate> ends;
    private final TreeMap<LocalDate, Map<UUID, List<Link>>> byDay = new TreeMap<>();

    /**
     * @param links all of the time that is looked at
     * @param ends when units end, for those that do
     */
    Becoming(Collection<Link> links, Map<UUID, LocalDate> ends) {
        this.ends = ends;
        for (var link : links) {
            byDay.computeIfAbsent(link.on(), _ -> new HashMap<>())
                    .computeIfAbsent(link.from(), _ -> new ArrayList<>())
                    .add(link);
        }
    }

    /** What a unit of the day {@code from} is on the day {@code to}, not before it; empty where nothing succeeded it. */
    Map<UUID, Part> follow(UUID unit, LocalDate from, LocalDate to) {
        Map<UUID, Part> parts = new LinkedHashMap<>();
        parts.put(unit, Part.WHOLE);
        byDay.subMap(from, false, to, true).forEach((day, changes) -> pass(parts, day, changes));
        parts.keySet().removeIf(id -> endsBy(id, to));
        return parts;
    }

    private boolean endsBy(UUID unit, LocalDate day) {
        return Optional.ofNullable(ends.get(unit))
                .filter(end -> !end.isAfter(day))
                .isPresent();
    }

    private void pass(Map<UUID, Part> parts, LocalDate day, Map<UUID, List<Link>> changes) {
        for (var unit : List.copyOf(parts.keySet())) {
            var links = changes.get(unit);
            if (links != null) {
                passOn(parts, unit, links, day.equals(ends.get(unit)));
            }
        }
    }

    private static void passOn(Map<UUID, Part> parts, UUID unit, List<Link> links, boolean ends) {
        var had = Objects.requireNonNull(parts.remove(unit));
        var left = Part.WHOLE;
        for (var link : links) {
            var share = link.whole() ? Fraction.ONE : link.share();
            parts.merge(link.to(), had.of(share), Part::sum);
            left = less(left, share);
        }
        if (!ends) {
            parts.merge(unit, had.of(left.share()), Part::sum);
        }
    }

    private static Part less(Part left, @Nullable Fraction share) {
        var rest = left.share();
        return rest == null || share == null ? Part.UNKNOWN : new Part(rest.minus(share));
    }
}
