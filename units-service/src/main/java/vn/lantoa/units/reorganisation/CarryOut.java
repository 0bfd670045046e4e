package vn.lantoa.units.reorganisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.units.period.Period;
import vn.lantoa.units.reorganisation.UnitChanges.NextVersion;
import vn.lantoa.units.unit.Grounds;
import vn.lantoa.units.unit.Unit;
import vn.lantoa.units.unit.UnitPlacement;

/**
 * Does to the units what a plan says, in two steps with a flush between: first everything ends, leaves and gives up, then
 * everything begins, stands and takes, so that names, codes and places are free when they are taken.
 */
final class CarryOut {
    private record Place(Unit unit, String line, @Nullable UUID parent, Period period) {}

    private record Code(Unit unit, String scheme, String value, Period period) {}

    private record Version(Unit unit, NextVersion next, Period period) {}

    private final World world;
    private final LocalDate day;
    private final String document;
    private final Instant now;
    private final List<Place> places = new ArrayList<>();
    private final List<Code> codes = new ArrayList<>();
    private final List<Version> versions = new ArrayList<>();
    private final Set<Unit> moved = new LinkedHashSet<>();
    private final List<Unit> begun = new ArrayList<>();

    CarryOut(World world, String document, Instant now) {
        this.world = world;
        this.day = world.day();
        this.document = document;
        this.now = now;
    }

    /** The first step. */
    void endWhatEnds(List<ChildRules.Move> moves) {
        world.changes().forEach(this::leave);
        var parents = new LinkedHashMap<Unit, Map<List<Object>, UUID>>();
        for (var move : moves) {
            var to = move.to();
            if (to != null) {
                parents.computeIfAbsent(move.child(), _ -> new HashMap<>()).put(List.of(move.line(), move.from()), to);
            }
        }
        parents.forEach((child, heirs) -> {
            moved.add(child);
            child.vacate(place -> heirs.containsKey(key(place)), day, now)
                    .forEach(vacancy -> places.add(new Place(
                            child,
                            vacancy.line(),
                            heirs.get(key(vacancy.line(), vacancy.parent())),
                            vacancy.period())));
        });
        world.ending().forEach(unit -> {
            unit.end(day, now);
            unit.endedBecause(new Grounds(world.wayOfEnding(unit.id()), document));
        });
    }

    private static List<Object> key(UnitPlacement place) {
        return key(place.line(), place.parent());
    }

    private static List<Object> key(String line, @Nullable UUID parent) {
        return parent == null ? List.of(line) : List.of(line, parent);
    }

    private void leave(UnitChanges changes) {
        var unit = changes.unit();
        changes.codes().forEach((scheme, code) -> {
            var rest = new Period(day, Rest.ofCode(unit, scheme, day));
            unit.giveUp(scheme, day, now);
            var value = code.value();
            if (value != null) {
                codes.add(new Code(unit, scheme, value, rest));
            }
        });
        changes.places().forEach((line, place) -> {
            var rest = new Period(day, Rest.ofPlace(unit, line, day));
            var left = unit.vacate(old -> old.line().equals(line) && leaves(old), day, now);
            left.forEach(vacancy -> places.add(new Place(unit, line, place.parent(), vacancy.period())));
            if (left.stream().noneMatch(vacancy -> vacancy.period().contains(day))) {
                places.add(new Place(unit, line, place.parent(), rest));
            }
        });
        var next = changes.version();
        if (next != null) {
            versions.add(new Version(unit, next, unit.endVersion(day, now)));
        }
    }

    /** What holds on the day, and what is still to come under a unit that ends. */
    private boolean leaves(UnitPlacement place) {
        var parent = place.parent();
        return place.period().contains(day) || (parent != null && world.ends(parent));
    }

    /** The second step, without what begins being in the register yet. */
    List<Unit> beginWhatBegins() {
        var life = new Period(day, null);
        for (var beginning : world.beginning()) {
            var given = beginning.unit();
            var unit = Unit.begin(
                    given.requireId(),
                    life,
                    given.name(),
                    given.shortName(),
                    given.kind(),
                    given.sector(),
                    given.remark(),
                    now);
            unit.begunBecause(new Grounds(beginning.way(), document));
            given.placementsOrNone().forEach(place -> unit.place(place.line(), place.parent(), life, now));
            given.identifiersOrNone().forEach(code -> unit.bear(code.schemeOrDefault(), code.value(), life, now));
            begun.add(unit);
        }
        versions.forEach(version -> version.unit()
                .beginVersion(
                        version.next().name(),
                        version.next().shortName(),
                        version.next().kind(),
                        version.next().sector(),
                        version.period(),
                        now));
        places.forEach(place -> place.unit().place(place.line(), place.parent(), place.period(), now));
        codes.forEach(code -> code.unit().bear(code.scheme(), code.value(), code.period(), now));
        return begun;
    }

    /** Those that go on and stand elsewhere only because their parent ended. */
    List<Unit> movedOnly() {
        return moved.stream().filter(unit -> world.changesOf(unit.id()) == null).toList();
    }

    /** Every unit that is not what it was. */
    List<Unit> touched() {
        var all = new LinkedHashSet<>(world.ending());
        all.addAll(begun);
        world.changes().forEach(changes -> all.add(changes.unit()));
        all.addAll(moved);
        return List.copyOf(all);
    }

    /** Every line on which something touched stands or stood: what the closure has to be made right for. */
    Map<String, Set<UUID>> linesTouched() {
        var stays = new HashSet<UUID>();
        world.changes().stream()
                .filter(changes ->
                        changes.places().isEmpty() && !changes.kindChanges(day) && !moved.contains(changes.unit()))
                .forEach(changes -> stays.add(changes.unit().id()));
        var lines = new LinkedHashMap<String, Set<UUID>>();
        for (var unit : touched()) {
            if (!stays.contains(unit.id())) {
                unit.placements()
                        .forEach(place -> lines.computeIfAbsent(place.line(), _ -> new LinkedHashSet<>())
                                .add(unit.id()));
            }
        }
        return lines;
    }
}
