package vn.lantoa.units.reorganisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.units.LineageLink;
import vn.lantoa.problems.FieldError;
import vn.lantoa.units.period.Period;
import vn.lantoa.units.reorganisation.UnitChanges.NextVersion;
import vn.lantoa.units.succession.Succession;
import vn.lantoa.units.unit.Lineages;
import vn.lantoa.units.unit.Unit;

/**
 * The register as it will stand from the effective day on. Every operation acts on it, all at once: first it is known what
 * ends and begins by the whole document, then each says the rest. What cannot be is noted with its place in the document.
 */
final class World {
    /** A unit that begins, by what kind of operation, and where the document describes it. */
    record Beginning(NewUnit unit, String way, String pointer) {}

    private record Ending(String way, String pointer) {}

    private final UUID reorganisation;
    private final LocalDate day;
    private final Map<UUID, Unit> known;
    private final CodeLists lists;
    private final Succession succession;
    private final List<FieldError> problems = new ArrayList<>();
    private final Map<UUID, Ending> ending = new LinkedHashMap<>();
    private final Map<UUID, Beginning> beginning = new LinkedHashMap<>();
    private final Map<UUID, UnitChanges> changes = new LinkedHashMap<>();
    private final Map<List<UUID>, Lineages.Link> links = new LinkedHashMap<>();
    private final Map<UUID, String> givers = new LinkedHashMap<>();
    private final Set<List<Object>> said = new HashSet<>();
    private String operation = "";

    private World(UUID reorganisation, LocalDate day, Map<UUID, Unit> known, CodeLists lists, Succession succession) {
        this.reorganisation = reorganisation;
        this.day = day;
        this.known = known;
        this.lists = lists;
        this.succession = succession;
    }

    /** @param known those of the units that the operations name which exist */
    static World of(
            UUID reorganisation, LocalDate day, List<Operation> operations, Map<UUID, Unit> known, CodeLists lists) {
        var world = new World(reorganisation, day, known, lists, Operation.succession(day, operations));
        for (int i = 0; i < operations.size(); i++) {
            world.operation = "/operations/" + i;
            world.outline(operations.get(i));
        }
        for (int i = 0; i < operations.size(); i++) {
            world.operation = "/operations/" + i;
            operations.get(i).act(world);
        }
        return world;
    }

    private void outline(Operation document) {
        for (int i = 0; i < document.ending().size(); i++) {
            ends(document.ending().get(i), document.way(), document.endingAt(i));
        }
        for (int i = 0; i < document.beginning().size(); i++) {
            begins(document.beginning().get(i), document.way(), document.beginningAt(i));
        }
    }

    private void ends(UUID id, String way, String at) {
        if (ending.putIfAbsent(id, new Ending(way, operation + at)) != null) {
            problem(at, "unit-ends-twice", id);
            return;
        }
        var unit = known.get(id);
        if (standsThen(unit, id, at) && unit != null) {
            if (unit.life().to() != null) {
                problem(at, "unit-ends-already", unit.nameOn(day), unit.life().to());
            } else if (unit.hasFactsFrom(day)) {
                problem(at, "unit-has-later-facts", unit.nameOn(day), day);
            }
        }
    }

    private void begins(NewUnit unit, String way, String at) {
        if (known.containsKey(unit.requireId()) || beginning.containsKey(unit.requireId())) {
            problem(at + "/id", "id-taken", unit.requireId());
            return;
        }
        beginning.put(unit.requireId(), new Beginning(unit, way, operation + at));
        lists.requireAll(unit, at, this);
    }

    private boolean standsThen(@Nullable Unit unit, UUID id, String at) {
        if (unit == null) {
            problem(at, beginning.containsKey(id) ? "unit-begins-by-this" : "unit-not-found", id);
            return false;
        }
        if (!unit.life().contains(day) || !unit.life().startsBefore(day)) {
            problem(at, "unit-not-existing-then", unit.nameOn(day), day);
            return false;
        }
        return true;
    }

    /** Whether the unit exists before the day and up to it; else a problem. */
    boolean stoodBefore(UUID id, String at) {
        return standsThen(known.get(id), id, at);
    }

    /** Whether the unit exists before the day and does not end by this document; else a problem. */
    boolean goesOnAsBefore(UUID id, String at) {
        var unit = known.get(id);
        if (!standsThen(unit, id, at) || unit == null) {
            return false;
        }
        if (ending.containsKey(id)) {
            problem(at, "unit-ends-by-this", unit.nameOn(day));
            return false;
        }
        return true;
    }

    /** Whether the unit is made by this document, or exists from the day on for good. */
    boolean goesOn(UUID id) {
        return goesOnThrough(id, new Period(day, null));
    }

    /** As {@link #goesOn}, for a period that begins on the day or later. */
    boolean goesOnThrough(UUID id, Period period) {
        var unit = known.get(id);
        return beginning.containsKey(id)
                || (unit != null && !ending.containsKey(id) && unit.life().contains(period));
    }

    /** What the document changes about a unit that goes on; empty, with a problem noted, when it does not. */
    Optional<UnitChanges> changes(UUID id, String at) {
        var unit = known.get(id);
        return goesOnAsBefore(id, at) && unit != null
                ? Optional.of(changes.computeIfAbsent(id, _ -> new UnitChanges(unit)))
                : Optional.empty();
    }

    /** Another name, kind or sector; what the other operations say of the version stays. */
    void version(UnitChanges changing, String what, String at, UnaryOperator<NextVersion> change) {
        var unit = changing.unit();
        var present = unit.versionNear(day);
        if (!said.add(List.of(unit.id(), what))) {
            problem(at, "changed-twice", unit.nameOn(day));
        } else if (!present.period().startsBefore(day)) {
            problem(at, "changed-that-day", unit.nameOn(day), day);
        } else {
            var next = changing.version();
            changing.version(change.apply(next == null ? NextVersion.of(present) : next));
        }
    }

    /** Another code of the scheme, or none. */
    void code(UnitChanges changing, String scheme, @Nullable String value) {
        var unit = changing.unit();
        if (changing.codes().containsKey(scheme)) {
            problem("/scheme", "scheme-twice", scheme);
        } else if (unit.identifiers().stream()
                .anyMatch(code -> code.scheme().equals(scheme)
                        && code.period().contains(day)
                        && !code.period().startsBefore(day))) {
            problem("/unit", "changed-that-day", unit.nameOn(day), day);
        } else {
            changing.codes().put(scheme, new UnitChanges.Code(value, operation + "/value"));
        }
    }

    /** Another place on the line. */
    void place(UnitChanges changing, String line, @Nullable UUID parent) {
        var unit = changing.unit();
        if (changing.places().containsKey(line)) {
            problem("/line", "line-twice", line);
        } else if (unit.placements().stream()
                .anyMatch(place -> place.line().equals(line)
                        && place.period().contains(day)
                        && !place.period().startsBefore(day))) {
            problem("/unit", "changed-that-day", unit.nameOn(day), day);
        } else {
            changing.places().put(line, new UnitChanges.Place(parent, operation + "/parent"));
        }
    }

    /** One unit becomes another, wholly or in part. */
    void becomes(UUID from, UUID to, String kind, Portion portion, @Nullable String share, String at) {
        if (from.equals(to)) {
            problem(at, "successor-not-existing-then", to, day);
            return;
        }
        var link = new LineageLink(
                to, kind, portion.name(), day, reorganisation, share, to.equals(heirOf(from)) ? true : null);
        if (links.putIfAbsent(List.of(from, to), new Lineages.Link(from, to, link)) != null) {
            problem(at, "successor-twice", to);
        }
    }

    /** Where the document says that something of the unit passes over by name. */
    void handsOver(UUID from, String at) {
        givers.putIfAbsent(from, operation + at);
    }

    /** Something that cannot be, at a place in the operation that acts. */
    void problem(String at, String code, Object... args) {
        problems.add(FieldError.at(operation + at, code, args));
    }

    /** Something that cannot be, at a place in the document. */
    void problemAt(String pointer, String code, Object... args) {
        problems.add(FieldError.at(pointer, code, args));
    }

    LocalDate day() {
        return day;
    }

    CodeLists lists() {
        return lists;
    }

    @Nullable
    Unit known(UUID id) {
        return known.get(id);
    }

    boolean ends(UUID id) {
        return ending.containsKey(id);
    }

    /** Where the document ends the unit, or hands over what it has. */
    String pointerOf(UUID unit) {
        var ends = ending.get(unit);
        return ends == null ? givers.getOrDefault(unit, "") : ends.pointer();
    }

    /** By what kind of operation the unit ends. */
    @Nullable
    String wayOfEnding(UUID unit) {
        var ends = ending.get(unit);
        return ends == null ? null : ends.way();
    }

    /** What kind of unit it is from the day on; null: unknown. */
    @Nullable
    String kindOf(UUID id) {
        var begun = beginning.get(id);
        if (begun != null) {
            return begun.unit().kind();
        }
        var changing = changes.get(id);
        var next = changing == null ? null : changing.version();
        var unit = known.get(id);
        if (next != null) {
            return next.kind();
        }
        return unit == null ? null : unit.versionNear(day).kind();
    }

    /** What it is called from the day on; its id, when unknown. */
    String nameOf(UUID id) {
        var begun = beginning.get(id);
        var unit = known.get(id);
        if (begun != null) {
            return begun.unit().name();
        }
        return unit == null ? id.toString() : unit.nameOn(day);
    }

    /** Every unit named to end, existing or not. */
    Set<UUID> endingIds() {
        return ending.keySet();
    }

    /** The existing units that end, in the order of the document. */
    List<Unit> ending() {
        return ending.keySet().stream()
                .map(known::get)
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    Collection<Beginning> beginning() {
        return beginning.values();
    }

    @Nullable
    Beginning beginning(UUID id) {
        return beginning.get(id);
    }

    Collection<UnitChanges> changes() {
        return changes.values();
    }

    @Nullable
    UnitChanges changesOf(UUID id) {
        return changes.get(id);
    }

    @Nullable
    UUID heirOf(UUID ended) {
        return succession.becomes().get(ended);
    }

    Collection<Lineages.Link> links() {
        return links.values();
    }

    List<FieldError> problems() {
        return problems;
    }

    Succession succession() {
        return succession;
    }
}
