package vn.lantoa.units.reorganisation;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.lantoa.access.Caller;
import vn.lantoa.audit.Audit;
import vn.lantoa.events.Act;
import vn.lantoa.events.units.ReorganisationAnnulled;
import vn.lantoa.events.units.UnitAnnulled;
import vn.lantoa.problems.Conflict;
import vn.lantoa.units.reorganisation.Effects.Write;
import vn.lantoa.units.succession.Enactment;
import vn.lantoa.units.succession.UnitDependants;
import vn.lantoa.units.unit.Lineages;
import vn.lantoa.units.unit.Lines;
import vn.lantoa.units.unit.Units;

/**
 * Takes back what was enacted for a day that has not come: no fact that was ever in force is touched. What was written ahead
 * stays readable in the reorganisation's effects and in the audit trail.
 */
@ApplicationScoped
class AnnulEnacted {
    private static final String ACTION = "reorganisation.annul";

    private final Reorganisations reorganisations;
    private final Effects effects;
    private final Annullable annullable;
    private final TakeBack takeBack;
    private final Units units;
    private final Lines lines;
    private final Lineages lineages;
    private final List<UnitDependants> dependants;
    private final TellUnits telling;
    private final TellReorganisation announcing;
    private final Audit audit;
    private final Caller caller;
    private final Clock clock;

    AnnulEnacted(
            Reorganisations reorganisations,
            Effects effects,
            Annullable annullable,
            TakeBack takeBack,
            Units units,
            Lines lines,
            Lineages lineages,
            @All List<UnitDependants> dependants,
            TellUnits telling,
            TellReorganisation announcing,
            Audit audit,
            Caller caller,
            Clock clock) {
        this.reorganisations = reorganisations;
        this.effects = effects;
        this.annullable = annullable;
        this.takeBack = takeBack;
        this.units = units;
        this.lines = lines;
        this.lineages = lineages;
        this.dependants = dependants;
        this.telling = telling;
        this.announcing = announcing;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * To be called with every line locked.
     *
     * @throws Conflict 409 when its day has come, or when something builds on it, each thing named
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Reorganisation annul(Reorganisation enacted, AnnulReorganisation command) {
        var today = LocalDate.now(clock);
        enacted.requireToCome(today);
        var written = effects.of(enacted.id());
        annullable.requireUntouched(enacted, written);
        var now = clock.instant();
        var by = caller.person().orElse(null);
        var succession = Operation.succession(enacted.effectiveOn(), enacted.operations());
        dependants.forEach(
                dependant -> dependant.annul(succession, new Enactment(enacted.id(), command.document(), by, now)));
        units.flush();
        annullable.requireUnused(enacted, written);

        var begun = begun(written);
        var concerned = new LinkedHashSet<>(touched(written));
        concerned.addAll(lineages.concernedBy(enacted.id()));
        var before = telling.states(units.all(concerned));
        takeBack.all(enacted.id(), now);
        units.getEntityManager().clear();
        lines.settle(linesTouched(written));

        var annulled = reorganisations.get(enacted.id());
        var stateBefore = annulled.state();
        annulled.annul(command, today, now);
        concerned.removeAll(begun);
        var tale = telling.of(ACTION, annulled, units.all(concerned), before);
        begun.forEach(unit -> {
            var was = before.get(unit);
            if (was != null) {
                tale.add(new UnitAnnulled(unit, tale.change(), Never.state(was, annulled.effectiveOn())));
            }
        });
        concerned.forEach(tale::restored);
        tale.tell();
        audit.record(ACTION, "reorganisation", annulled.id(), stateBefore, annulled.state());
        announcing.tell(annulled, new Act(ACTION, now, by, command.reason()), ReorganisationAnnulled::new);
        return annulled;
    }

    private static Set<UUID> touched(List<Write> written) {
        var all = new LinkedHashSet<UUID>();
        written.forEach(effect -> all.add(effect.fact().unit()));
        return all;
    }

    static List<UUID> begun(List<Write> written) {
        var begun = new ArrayList<UUID>();
        for (var effect : written) {
            if (effect.kind() == Effects.Kind.BEGAN && effect.fact().kind().equals("UNIT")) {
                begun.add(effect.fact().unit());
            }
        }
        return begun;
    }

    /** On every line: a unit that ends there no more is a place of that line again, wherever its own row lies. */
    private static Map<String, Set<UUID>> linesTouched(List<Write> written) {
        var touched = new LinkedHashMap<String, Set<UUID>>();
        for (var effect : written) {
            var line = effect.fact().line();
            if (line != null) {
                touched.computeIfAbsent(line, _ -> new LinkedHashSet<>())
                        .add(effect.fact().unit());
            }
        }
        return touched;
    }
}
