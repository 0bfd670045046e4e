package vn.lantoa.platform.sample;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Registers units as they first were, those above before those below. What mergers make comes with the mergers. */
final class UnitsLoader {
    private final UnitEntries entries;
    private final Service units;
    private final String administrator;

    UnitsLoader(UnitEntries entries, Service units, String administrator) {
        this.entries = entries;
        this.units = units;
        this.administrator = administrator;
    }

    /** Those that stand under nothing a merger makes. */
    int registerEarly() {
        return register(false);
    }

    /** Those that stand under the result of a merger. */
    int registerLate() {
        return register(true);
    }

    private int register(boolean late) {
        var waiting = new ArrayList<>(entries.all().stream()
                .filter(unit -> !entries.madeByMerger(unit.key()) && underMerged(unit) == late)
                .toList());
        int all = waiting.size();
        while (!waiting.isEmpty()) {
            Set<String> open = new HashSet<>();
            waiting.forEach(unit -> open.add(unit.key()));
            var ready = waiting.stream()
                    .filter(unit -> unit.firstPlaces().stream().noneMatch(place -> open.contains(place.parent())))
                    .toList();
            if (ready.isEmpty()) {
                throw new LoadFailure("These units stand in a circle: " + open);
            }
            Parallel.forEach(ready, this::register);
            waiting.removeAll(ready);
        }
        return all;
    }

    private boolean underMerged(UnitEntry unit) {
        return unit.firstPlaces().stream()
                .anyMatch(place -> entries.madeByMerger(place.parent())
                        || entries.find(place.parent())
                                .filter(this::underMerged)
                                .isPresent());
    }

    private void register(UnitEntry unit) {
        var body = Json.object();
        body.put("id", unit.id().toString());
        describe(unit, body);
        Json.put(body, "validFrom", unit.from());
        units.create(administrator, "/units", unit.key(), body);
    }

    /** Name, kind, codes and first places: what a registration and the result of a merger have in common. */
    static void describe(UnitEntry unit, ObjectNode body) {
        body.put("name", unit.name()).put("kind", unit.kind()).put("sector", unit.sector());
        for (var code : unit.codes()) {
            var one = body.withArray("identifiers").addObject();
            Json.put(one, "scheme", code.scheme());
            one.put("value", code.value());
        }
        for (var place : unit.firstPlaces()) {
            var one = body.withArray("placements").addObject();
            one.put("line", place.line());
            Json.put(one, "parent", place.parent() == null ? null : UnitEntry.id(place.parent()));
        }
        Json.put(body, "remark", unit.remark());
    }

    /** Moves to a later place that no merger brings about. */
    void move() {
        List<UnitEntry> moving = entries.all().stream()
                .filter(unit -> unit.places().size() > unit.firstPlaces().size())
                .toList();
        for (var unit : moving) {
            for (int i = 1; i < unit.places().size(); i++) {
                var before = unit.places().get(i - 1);
                var place = unit.places().get(i);
                boolean byMerger = entries.madeByMerger(place.parent())
                        && entries.find(before.parent())
                                .filter(parent ->
                                        place.parent() != null && place.parent().equals(parent.successor()))
                                .isPresent();
                if (place.line().equals(before.line()) && !byMerger) {
                    move(unit, place);
                }
            }
        }
    }

    private void move(UnitEntry unit, UnitEntry.Place place) {
        if (place.parent() == null || place.from() == null) {
            throw new LoadFailure("A later place of \"" + unit.key() + "\" needs a key and a firstDay");
        }
        var parent = UnitEntry.id(place.parent());
        var there = units.get(administrator, "/units/" + unit.id() + "?asOf=" + place.from());
        for (var now : there.path("placements")) {
            if (place.line().equals(now.path("line").asText()) && now.toString().contains(parent.toString())) {
                return;
            }
        }
        var body = Json.object();
        body.put("line", place.line()).put("parent", parent.toString());
        Json.put(body, "validFrom", place.from());
        units.add(administrator, "/units/" + unit.id() + "/placements", place.line() + place.from(), body);
    }
}
