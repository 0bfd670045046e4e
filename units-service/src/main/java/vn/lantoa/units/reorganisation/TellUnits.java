package vn.lantoa.units.reorganisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import vn.lantoa.events.units.UnitChange;
import vn.lantoa.events.units.UnitChanged;
import vn.lantoa.events.units.UnitEnded;
import vn.lantoa.events.units.UnitEstablished;
import vn.lantoa.events.units.UnitEvent;
import vn.lantoa.events.units.UnitReplaced;
import vn.lantoa.events.units.UnitRestored;
import vn.lantoa.events.units.UnitState;
import vn.lantoa.units.unit.Lineages;
import vn.lantoa.units.unit.Unit;
import vn.lantoa.units.unit.UnitJournal;

/** Tells what a reorganisation made of each unit: an audit entry and an event, all of them in a few round trips. */
@ApplicationScoped
class TellUnits {
    private final Lineages lineages;
    private final UnitJournal journal;

    TellUnits(Lineages lineages, UnitJournal journal) {
        this.lineages = lineages;
        this.journal = journal;
    }

    /** The whole public state of the units, with their lineage. */
    Map<UUID, UnitState> states(List<Unit> units) {
        var neighbours = lineages.of(units.stream().map(Unit::id).toList());
        var states = new LinkedHashMap<UUID, UnitState>();
        for (var unit : units) {
            var links = neighbours.getOrDefault(unit.id(), Lineages.Neighbours.NONE);
            states.put(unit.id(), unit.state(links.predecessors(), links.successors()));
        }
        return states;
    }

    Tale of(String action, Reorganisation reorganisation, List<Unit> units, Map<UUID, UnitState> before) {
        var change = new UnitChange(
                action,
                reorganisation.effectiveOn(),
                reorganisation.id(),
                reorganisation.document().number());
        return new Tale(journal, action, change, before, states(units));
    }

    /** What happened, unit by unit, told at the end in one go. */
    static final class Tale {
        private final UnitJournal journal;
        private final String action;
        private final UnitChange change;
        private final Map<UUID, UnitState> before;
        private final Map<UUID, UnitState> after;
        private final List<UnitJournal.Entry> entries = new ArrayList<>();

        private Tale(
                UnitJournal journal,
                String action,
                UnitChange change,
                Map<UUID, UnitState> before,
                Map<UUID, UnitState> after) {
            this.journal = journal;
            this.action = action;
            this.change = change;
            this.before = before;
            this.after = after;
        }

        void established(UUID unit) {
            add(new UnitEstablished(unit, change, state(unit)));
        }

        void ended(UUID unit) {
            add(new UnitEnded(unit, change, state(unit)));
        }

        void changed(UUID unit) {
            add(new UnitChanged(unit, change, state(unit)));
        }

        void replaced(UUID unit) {
            add(new UnitReplaced(unit, change, state(unit)));
        }

        void restored(UUID unit) {
            add(new UnitRestored(unit, change, state(unit)));
        }

        void add(UnitEvent event) {
            entries.add(new UnitJournal.Entry(before.get(event.subject()), event));
        }

        UnitChange change() {
            return change;
        }

        void tell() {
            journal.writeAll(action, entries);
        }

        private UnitState state(UUID unit) {
            return Objects.requireNonNull(after.get(unit));
        }
    }
}
