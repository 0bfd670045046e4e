package vn.lantoa.platform.sample;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.lantoa.client.units.api.UnitsApi;
import vn.lantoa.client.units.model.GivenIdentifier;
import vn.lantoa.client.units.model.GivenPlacement;
import vn.lantoa.client.units.model.RegisterUnit;

/** Registers units as they first were, those above before those below. What mergers make comes with the mergers. */
final class UnitsLoader {
    private final UnitEntries entries;
    private final UnitsApi units;
    private final String administrator;

    UnitsLoader(UnitEntries entries, Clients clients, String administrator) {
        this.entries = entries;
        this.units = new UnitsApi(clients.as(administrator).units());
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

    private void register(UnitEntry entry) {
        var unit = new RegisterUnit()
                .id(entry.id())
                .name(entry.name())
                .kind(entry.kind())
                .sector(entry.sector())
                .validFrom(entry.from())
                .remark(entry.remark());
        for (var code : entry.codes()) {
            unit.addIdentifiersItem(new GivenIdentifier().scheme(code.scheme()).value(code.value()));
        }
        for (var place : entry.firstPlaces()) {
            unit.addPlacementsItem(new GivenPlacement().line(place.line()).parent(place.parentId()));
        }
        Clients.create(
                administrator,
                () -> units.registerUnit(unit, Keys.creation(administrator, "/units", entry.key())),
                () -> Clients.found(() -> units.getUnit(entry.id(), null, null)));
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
        var parent = place.parentId();
        var day = place.from();
        if (parent == null || day == null) {
            throw new LoadFailure("A later place of \"" + unit.key() + "\" needs a key and a firstDay");
        }
        var there = Clients.ask(administrator, () -> units.getUnit(unit.id(), day, null));
        if (there.getPlacements().stream()
                .anyMatch(now -> place.line().equals(now.getLine()) && parent.equals(now.getParent()))) {
            return;
        }
        var placement = new GivenPlacement().line(place.line()).parent(parent).validFrom(day);
        var path = "/units/" + unit.id() + "/placements";
        Clients.ask(
                administrator,
                () -> units.placeUnit(unit.id(), placement, Keys.creation(administrator, path, place.line() + day)));
    }
}
