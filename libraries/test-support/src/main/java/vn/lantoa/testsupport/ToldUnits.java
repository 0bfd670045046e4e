package vn.lantoa.testsupport;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Act;
import vn.lantoa.events.DomainEvent;
import vn.lantoa.events.units.CalendarDayState;
import vn.lantoa.events.units.CalendarDecided;
import vn.lantoa.events.units.CalendarState;
import vn.lantoa.events.units.LineageLink;
import vn.lantoa.events.units.MembershipStarted;
import vn.lantoa.events.units.MembershipState;
import vn.lantoa.events.units.PersonRegistered;
import vn.lantoa.events.units.PersonState;
import vn.lantoa.events.units.PlacementState;
import vn.lantoa.events.units.ReorganisationDrafted;
import vn.lantoa.events.units.ReorganisationState;
import vn.lantoa.events.units.ReorganisationTookEffect;
import vn.lantoa.events.units.UnitChange;
import vn.lantoa.events.units.UnitLapsed;
import vn.lantoa.events.units.UnitRegistered;
import vn.lantoa.events.units.UnitState;
import vn.lantoa.events.units.UnitVersionState;

/** What units-service would tell of units, persons and reorganisations that a test needs. */
public abstract class ToldUnits {
    private static final String LINE = "ADMINISTRATIVE";

    /** Takes the event in as the consumers of the service do. */
    public abstract void hear(DomainEvent event, long version);

    /** A unit at the top of its own tree. */
    public UUID root(String name) {
        return unit(name, null);
    }

    /** A commune below another unit on the line ADMINISTRATIVE, since ever. */
    public UUID unit(String name, @Nullable UUID parent) {
        return unit(name, "COMMUNE", LINE, parent, null, null);
    }

    /** A unit of a kind below another on a line, in a period. */
    public UUID unit(
            String name,
            String kind,
            String line,
            @Nullable UUID parent,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        var id = UUID.randomUUID();
        hear(event(id, name, kind, new PlacementState(line, parent, from, to), List.of(), List.of()), 1);
        return id;
    }

    /** A unit since ever that stands on several lines, on each below another. */
    public UUID standing(String name, String kind, Map<String, UUID> parents) {
        var id = UUID.randomUUID();
        var places = parents.entrySet().stream()
                .map(place -> new PlacementState(place.getKey(), place.getValue(), null, null))
                .toList();
        var version = new UnitVersionState(name, null, kind, "STATE", null, null);
        var state = new UnitState(id, null, null, List.of(version), places, List.of(), List.of(), List.of());
        hear(new UnitRegistered(id, new UnitChange("register", null, null, null), state), 1);
        return id;
    }

    /** A unit that existed until before a day. */
    public UUID endedUnit(String name, @Nullable UUID parent, LocalDate ended) {
        return unit(name, "COMMUNE", LINE, parent, null, ended);
    }

    /** A unit comes to its end. */
    public void ends(UUID id, String name, String kind, @Nullable UUID parent, LocalDate ended) {
        hear(event(id, name, kind, new PlacementState(LINE, parent, null, ended), List.of(), List.of()), 2);
    }

    /** From that day on the successor stands for the unit that ended. */
    public UUID successorOf(UUID ended, String name, @Nullable UUID parent, LocalDate on) {
        var id = UUID.randomUUID();
        var link = new LineageLink(ended, "MERGE", "WHOLE", on, UUID.randomUUID());
        hear(unitEvent(id, name, parent, on, null, List.of(link), List.of()), 1);
        return id;
    }

    /** One of several units that the unit that ended was shared out among; perhaps its heir. */
    public UUID partOf(UUID ended, String name, @Nullable UUID parent, LocalDate on, boolean heir) {
        var id = UUID.randomUUID();
        var link = new LineageLink(ended, "SPLIT", "PART", on, UUID.randomUUID());
        hear(unitEvent(id, name, parent, on, null, List.of(heir ? link.withHeir() : link), List.of()), 1);
        return id;
    }

    /** A unit comes to its end by itself, and its day has come. */
    public void lapses(UUID id, String name, @Nullable UUID parent, LocalDate day) {
        var state = unitEvent(id, name, parent, null, day, List.of(), List.of()).state();
        hear(new UnitLapsed(id, new UnitChange("unit.lapse", day, null, null), state), 2);
    }

    /** Somebody belongs to a unit since ever. */
    public static MembershipStarted membershipEvent(UUID person, UUID unit) {
        var id = UUID.randomUUID();
        return new MembershipStarted(
                id, act("membership.start"), new MembershipState(id, person, unit, LINE, "PRIMARY", null, null));
    }

    public UUID person(String displayName) {
        var id = UUID.randomUUID();
        hear(new PersonRegistered(id, act("register"), new PersonState(id, displayName, null)), 1);
        return id;
    }

    /** The calendar of a year with these days off. */
    public UUID calendar(int year, LocalDate... off) {
        var id = UUID.randomUUID();
        hear(calendarEvent(id, year, off), 1);
        return id;
    }

    public static CalendarDecided calendarEvent(UUID id, int year, LocalDate... off) {
        var days = Stream.of(off)
                .map(day -> new CalendarDayState(
                        day, "HOLIDAY", false, "Nghỉ lễ", "Holiday", "SAMPLE-1/TB-BNV", "CONFIRMED"))
                .toList();
        return new CalendarDecided(id, act("calendar.decide"), new CalendarState(id, year, "DECIDED", null, days));
    }

    public UUID reorganisation(LocalDate effectiveOn, UUID... ending) {
        var id = UUID.randomUUID();
        hear(reorganisationEvent(id, "DRAFT", effectiveOn, ending), 1);
        return id;
    }

    public static ReorganisationDrafted reorganisationEvent(
            UUID id, String status, LocalDate effectiveOn, UUID... ending) {
        return new ReorganisationDrafted(
                id,
                act("draft"),
                new ReorganisationState(
                        id, "1657/NQ-UBTVQH15", "UBTVQH", effectiveOn, status, List.of(ending), List.of()));
    }

    /** A further part of a long reorganisation, with units that end and units that change. */
    public static ReorganisationDrafted reorganisationPart(
            UUID reorganisation, int part, LocalDate effectiveOn, List<UUID> ending, List<UUID> changing) {
        return new ReorganisationDrafted(
                UUID.randomUUID(),
                act("draft"),
                new ReorganisationState(
                        reorganisation,
                        "1657/NQ-UBTVQH15",
                        "UBTVQH",
                        effectiveOn,
                        "DRAFT",
                        ending,
                        List.of(),
                        changing,
                        part));
    }

    public static UnitRegistered unitEvent(
            UUID id,
            String name,
            @Nullable UUID parent,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            List<LineageLink> predecessors,
            List<LineageLink> successors) {
        return event(id, name, "COMMUNE", new PlacementState(LINE, parent, from, to), predecessors, successors);
    }

    private static UnitRegistered event(
            UUID id,
            String name,
            String kind,
            PlacementState place,
            List<LineageLink> predecessors,
            List<LineageLink> successors) {
        var from = place.validFrom();
        var to = place.validTo();
        return new UnitRegistered(
                id,
                new UnitChange("register", from, null, null),
                new UnitState(
                        id,
                        from,
                        to,
                        List.of(new UnitVersionState(name, null, kind, "STATE", from, to)),
                        List.of(place),
                        List.of(),
                        predecessors,
                        successors));
    }

    public static ReorganisationTookEffect tookEffectEvent(UUID id, LocalDate effectiveOn, UUID... ending) {
        return new ReorganisationTookEffect(
                id,
                act("take-effect"),
                new ReorganisationState(
                        id, "1657/NQ-UBTVQH15", "UBTVQH", effectiveOn, "ENACTED", List.of(ending), List.of()));
    }

    private static Act act(String name) {
        return new Act(name, Instant.now(), null, null);
    }
}
