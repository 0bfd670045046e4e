package vn.lantoa.units.reorganisation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.sql.Query;
import vn.lantoa.units.period.Period;
import vn.lantoa.units.unit.PlacementRules;
import vn.lantoa.units.unit.Unit;

/** What must hold of the places that units take: the parent is there, the line has one root and no circle. */
final class PlaceRules {
    private record Taken(
            UUID unit, String name, String line, @Nullable UUID parent, Period period, String pointer) {}

    private final World world;
    private final DataSource database;
    private final List<Taken> taken = new ArrayList<>();

    private PlaceRules(World world, DataSource database) {
        this.world = world;
        this.database = database;
    }

    static void check(World world, List<ChildRules.Move> moves, PlacementRules ofLines, DataSource database) {
        var rules = new PlaceRules(world, database);
        rules.collect();
        rules.parents();
        rules.roots();
        rules.circles(moves);
        world.problems().addAll(ofLines.refusals(rules.planned(moves), world.day()));
    }

    /** The links that would begin on the day, for the rules of the lines; none whose kinds are unknown. */
    private List<PlacementRules.Planned> planned(List<ChildRules.Move> moves) {
        var links = new ArrayList<PlacementRules.Planned>();
        for (var place : taken) {
            add(
                    links,
                    place.line(),
                    place.unit(),
                    place.name(),
                    world.kindOf(place.unit()),
                    place.parent(),
                    place.pointer());
        }
        for (var move : moves) {
            var child = move.child();
            var changes = world.changesOf(child.id());
            var kind = changes == null ? child.versionNear(world.day()).kind() : world.kindOf(child.id());
            if (move.to() != null) {
                add(
                        links,
                        move.line(),
                        child.id(),
                        child.nameOn(world.day()),
                        kind,
                        move.to(),
                        world.pointerOf(move.from()));
            }
        }
        return links;
    }

    private void add(
            List<PlacementRules.Planned> links,
            String line,
            UUID unit,
            String name,
            @Nullable String kind,
            @Nullable UUID parent,
            String pointer) {
        var parentKind = parent == null ? null : world.kindOf(parent);
        if (kind != null && (parent == null || parentKind != null)) {
            links.add(new PlacementRules.Planned(
                    line, unit, name, kind, parent, parent == null ? null : world.nameOf(parent), parentKind, pointer));
        }
    }

    private void collect() {
        for (var begun : world.beginning()) {
            var unit = begun.unit();
            var lines = new HashSet<String>();
            for (int i = 0; i < unit.placementsOrNone().size(); i++) {
                var place = unit.placementsOrNone().get(i);
                var here = begun.pointer() + "/placements/" + i;
                if (!lines.add(place.line())) {
                    world.problemAt(here + "/line", "line-twice", place.line());
                }
                taken.add(new Taken(
                        unit.requireId(),
                        unit.name(),
                        place.line(),
                        place.parent(),
                        new Period(world.day(), null),
                        place.parent() == null ? here : here + "/parent"));
            }
        }
        for (var changes : world.changes()) {
            changes.places()
                    .forEach((line, place) -> taken.add(new Taken(
                            changes.unit().id(),
                            changes.unit().nameOn(world.day()),
                            line,
                            place.parent(),
                            periodOf(changes.unit(), line),
                            place.pointer())));
        }
    }

    /** From the day until what is there on the line on that day ends, or else until what comes next. */
    private Period periodOf(Unit unit, String line) {
        return new Period(world.day(), Rest.ofPlace(unit, line, world.day()));
    }

    private void parents() {
        for (var place : taken) {
            var parent = place.parent();
            if (parent != null && (parent.equals(place.unit()) || !world.goesOnThrough(parent, place.period()))) {
                world.problemAt(place.pointer(), "parent-not-existing-then", parent, world.day());
            }
        }
    }

    private void roots() {
        var roots = new HashMap<String, String>();
        var others = new HashMap<String, Boolean>();
        for (var place : taken) {
            if (place.parent() == null
                    && (roots.putIfAbsent(place.line(), place.pointer()) != null
                            || others.computeIfAbsent(place.line(), this::otherRoot))) {
                world.problemAt(place.pointer(), "second-root", place.line());
            }
        }
    }

    private boolean otherRoot(String line) {
        var leaving = new HashSet<>(world.endingIds());
        world.changes().stream()
                .filter(changes -> changes.places().containsKey(line))
                .forEach(changes -> leaving.add(changes.unit().id()));
        return Query.of(
                                "SELECT count(*) FROM unit_placement WHERE line = ? AND parent IS NULL AND valid && daterange(?::date, NULL) AND unit <> ALL (?)",
                                line,
                                world.day(),
                                leaving.toArray(UUID[]::new))
                        .count(database)
                > 0;
    }

    /** Walks up from each unit that goes elsewhere, through the places as they will be on the day. */
    private void circles(List<ChildRules.Move> moves) {
        var byLine = new HashMap<String, Map<UUID, UUID>>();
        for (var place : taken) {
            var parent = place.parent();
            if (parent != null) {
                parentsOn(byLine, place.line()).put(place.unit(), parent);
            }
        }
        for (var move : moves) {
            var parent = move.to();
            if (parent != null) {
                parentsOn(byLine, move.line()).put(move.child().id(), parent);
            }
        }
        byLine.forEach((line, after) -> {
            var before = ancestors(line, new HashSet<>(after.values()));
            taken.stream()
                    .filter(place -> place.line().equals(line) && inCircle(place.unit(), after, before))
                    .forEach(place -> world.problemAt(place.pointer(), "circle-on-line", place.name(), line));
            moves.stream()
                    .filter(move ->
                            move.line().equals(line) && inCircle(move.child().id(), after, before))
                    .forEach(move -> world.problemAt(
                            world.pointerOf(move.from()),
                            "circle-on-line",
                            move.child().nameOn(world.day()),
                            line));
        });
    }

    private static Map<UUID, UUID> parentsOn(Map<String, Map<UUID, UUID>> byLine, String line) {
        return byLine.computeIfAbsent(line, _ -> new HashMap<>());
    }

    private static boolean inCircle(UUID start, Map<UUID, UUID> after, Map<UUID, UUID> before) {
        var seen = new HashSet<UUID>();
        var node = after.get(start);
        while (node != null && seen.add(node)) {
            if (node.equals(start)) {
                return true;
            }
            node = after.containsKey(node) ? after.get(node) : before.get(node);
        }
        return false;
    }

    /** Each of the units and of those above them, with its parent on the day. */
    private Map<UUID, UUID> ancestors(String line, Set<UUID> units) {
        var parents = new HashMap<UUID, UUID>();
        Query.of("""
                        SELECT DISTINCT p.unit, p.parent FROM unit_closure c
                        JOIN unit_placement p ON p.unit = c.ancestor AND p.line = c.line AND p.valid @> ?::date
                        WHERE c.descendant = ANY (?) AND c.line = ? AND c.valid @> ?::date AND p.parent IS NOT NULL
                        """, world.day(), units.toArray(UUID[]::new), line, world.day())
                .list(database, row -> Map.entry(row.id("unit"), row.id("parent")))
                .forEach(place -> parents.put(place.getKey(), place.getValue()));
        return parents;
    }
}
